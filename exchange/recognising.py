"""What a file is, and the reader for it: by what it holds, never by its name."""

from collections.abc import Mapping
from pathlib import Path

from exchange.files.book import Book
from exchange.files.forms import Form, form_of
from exchange.files.opening import book_of
from exchange.files.table import Table, tables_of
from exchange.kinds import Kind
from exchange.lists import LISTS, list_of, read_list
from exchange.reading import Reading
from exchange.rows import Refused

KNOWN = frozenset().union(*(known.columns for known in LISTS))


def read(path: Path, kind: Kind | None, mapping: Mapping[str, str] | None) -> Reading:
    """See `exchange.read`."""
    form = form_of(path)
    if form is Form.JSON:
        raise Refused("JSON")
    book = book_of(path, form)
    tables = tables_of(book, _likely)
    table = tables[0]
    return _listed(book, table, kind)


def _likely(cells: list[str]) -> int:
    return sum(cell.strip() in KNOWN for cell in cells)


def _listed(book: Book, table: Table, kind: Kind | None) -> Reading:
    known = list_of(table.headings)
    if known is None or kind not in (None, known.kind):
        raise Refused("inconnu")
    return Reading(
        known.kind, read_list(known, table), headings=table.headings, progress=book.progress
    )
