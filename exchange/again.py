"""One line of a file read again, with its cells as somebody corrected them."""

from collections.abc import Iterator, Mapping

from exchange.kinds import Kind
from exchange.line import Line, rows
from exchange.lists import LISTS
from exchange.readers.spreadsheet import maker
from exchange.rows import Fault, Row

# In the others, a line says nothing without the objects around it.
ALONE = frozenset({Kind.SPREADSHEET, *(known.kind for known in LISTS)})


def read_line(
    kind: Kind, line: tuple[int, str], cells: Mapping[str, str], mapping: Mapping[str, str]
) -> Iterator[Row | Fault]:
    """The line of this number in this sheet; `mapping` is heading → field, of a free spreadsheet.

    Its kind is one of `ALONE`.
    """
    number, part = line
    if kind is Kind.SPREADSHEET:
        headings = {field: heading for heading, field in mapping.items() if field}
        strict = Line(number, cells, is_strict=True, part=part)
        return rows([strict], kind.source, maker(headings))
    make = next(known.make for known in LISTS if known.kind is kind)
    return rows([Line(number, cells, part=part)], kind.source, make)
