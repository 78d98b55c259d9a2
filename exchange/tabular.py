"""Files of rows: lists known by their columns, else free spreadsheets understood as they can."""

from collections.abc import Iterator, Mapping

from exchange.files.book import Book
from exchange.files.table import Table, tables_of
from exchange.gathering import gathered
from exchange.kinds import Kind
from exchange.line import rows
from exchange.lists import LISTS, List, list_of, read_list
from exchange.readers import fields
from exchange.readers.columns import understood
from exchange.readers.data_inclusion import COLUMNS as INCLUSION
from exchange.readers.data_inclusion import dropped, of_tables, part_of, read_inclusion, strange
from exchange.readers.spreadsheet import maker
from exchange.reading import Column, Reading
from exchange.rows import Fault, Refused, Row, Unnamed

KNOWN = frozenset().union(*(known.columns for known in LISTS), *INCLUSION.values())
SAMPLE = 60
UNNAMED = (
    "Aucune colonne n'a été reconnue comme le nom de la structure : "
    "dites laquelle, ou nommez-la « Nom » dans le fichier."
)


def read_book(book: Book, kind: Kind | None, mapping: Mapping[str, str]) -> Reading:
    """By its columns, unless somebody said what it is."""
    tables = tables_of(book, _likely)
    shared = [table for table in tables if part_of(table.headings)]
    if shared and kind in (None, Kind.DATA_INCLUSION):
        return _inclusion(book, shared)
    known = list_of(tables[0].headings)
    if known and kind in (None, known.kind):
        return _listed(book, tables[0], known)
    if kind not in (None, Kind.SPREADSHEET):
        raise Refused(f"Ce fichier n'est pas reconnu comme : {kind.label}.")
    return _free(book, tables, mapping)


def _likely(cells: list[str]) -> int:
    """How many of these cells are headings we know."""
    return sum(cell.strip() in KNOWN or fields.bare(cell) in fields.synonyms() for cell in cells)


def _inclusion(book: Book, tables: list[Table]) -> Reading:
    """Sheets of structures and of services; a column that the format has not is said."""
    return Reading(
        Kind.DATA_INCLUSION,
        read_inclusion(of_tables(tables)),
        headings=tuple(dict.fromkeys(name for table in tables for name in table.headings)),
        progress=book.progress,
        notes=(
            *book.notes,
            *(dropped(field) for table in tables for field in strange(table.headings)),
        ),
    )


def _listed(book: Book, table: Table, known: List) -> Reading:
    return Reading(
        known.kind,
        read_list(known, table),
        headings=table.headings,
        progress=book.progress,
        notes=_unread(book, table),
    )


def _free(book: Book, tables: list[Table], mapping: Mapping[str, str]) -> Reading:
    """The sheet whose headings say the most; somebody may still say what its columns are."""
    table = max(tables, key=lambda one: _likely(list(one.headings)))
    columns = understood(table.headings, [cells for _, cells in table.sample(SAMPLE)], mapping)
    return Reading(
        Kind.SPREADSHEET,
        _lines(table, columns),
        headings=table.headings,
        columns=columns,
        progress=book.progress,
        notes=_unread(book, table),
    )


def _lines(table: Table, columns: tuple[Column, ...]) -> Iterator[Row | Fault]:
    headings = {column.field: column.heading for column in columns if column.field}
    if "name" not in headings:
        raise Unnamed(UNNAMED)
    lines = table.lines(is_strict=True)
    yield from gathered(rows(lines, Kind.SPREADSHEET.source, maker(headings)))


def _unread(book: Book, read: Table) -> tuple[str, ...]:
    """A sheet left aside is said to be."""
    aside = (
        f"La feuille « {name} » n'est pas lue : seule l'est « {read.sheet} »."
        for name in book.names
        if name != read.sheet
    )
    return (*book.notes, *aside)
