"""A sheet with its headings found: lines one can ask by name."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from exchange.files.book import Book, Record
from exchange.line import Line
from exchange.rows import Refused
from exchange.values.text import cleaned
from exchange.values.wrong import Wrong

FIRST_ROWS = 30
MOST_HEADING = 120
# How likely a row is to be the headings.
Likely = Callable[[list[str]], int]


@dataclass(frozen=True)
class Table:
    """One sheet of a book, from the row under its headings on."""

    book: Book
    sheet: str
    headings: tuple[str, ...]
    heading_row: int

    def lines(self, *, is_strict: bool = False) -> Iterator[Line]:
        """Each row as a line; one with too few or too many cells is refused."""
        for number, cells in self.book.records(self.sheet):
            if number > self.heading_row:
                yield self._line(number, cells, is_strict)

    def _line(self, number: int, cells: list[str], is_strict: bool) -> Line:
        told = dict(zip(self.headings, cells, strict=False))
        line = Line(number, told, is_strict=is_strict, part=self.sheet)
        width = len(self.headings)
        if number == self.book.cut_at:
            line.refuse(
                self.headings[-1],
                Wrong("Cette ligne s'arrête en route : le fichier est sans doute tronqué."),
            )
        if len(cells) > width:
            line.refuse(
                self.headings[-1],
                Wrong(
                    f"Cette ligne a {len(cells)} cellules pour {width} colonnes : "
                    "un séparateur est peut-être resté dans un texte."
                ),
            )
        return line

    def sample(self, count: int) -> list[Record]:
        """The first rows under the headings."""
        under = (row for row in self.book.records(self.sheet) if row[0] > self.heading_row)
        return list(islice(under, count))


def table_of(book: Book, sheet: str, likely: Likely) -> Table | None:
    """The sheet, its headings being the likeliest of its first rows; None when it is empty."""
    first = list(islice(book.records(sheet), FIRST_ROWS))
    if not first:
        return None
    number, cells = max(first, key=lambda record: (likely(record[1]), -record[0]))
    return Table(book, sheet, _named(cells), number)


def _named(cells: list[str]) -> tuple[str, ...]:
    """A name for every column, each once."""
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(cells, 1):
        name = " ".join(cleaned(cell).split())[:MOST_HEADING] or f"Colonne {place}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def tables_of(book: Book, likely: Likely) -> list[Table]:
    """The sheets that hold something, in their order; Refused when none does."""
    tables = [table for name in book.names if (table := table_of(book, name, likely))]
    if not tables:
        raise Refused("Ce fichier est vide.")
    return tables
