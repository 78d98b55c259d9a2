"""Rows of cells as files: CSV written as it is read, XLSX and ODS for a workbook's worth."""

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Any

from exchange.writers import opendocument
from exchange.writers.cells import batches, harmless, speakable

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
# Without it, a spreadsheet does not know that the file is UTF-8.
MARK = "\ufeff"
CHUNK = 65_536
Cells = Sequence[Any]


def lines(rows: Iterable[Cells]) -> str:
    """The rows as CSV, with semicolons; their cells are the caller's to disarm."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue()


def as_csv(headings: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    """UTF-8 with its mark and semicolons, as French spreadsheets expect."""
    yield f"{MARK}{lines([headings])}".encode()
    for some in batches(rows):
        yield lines([harmless(cell) for cell in row] for row in some).encode()


def as_xlsx(title: str, headings: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    """A workbook of one sheet, written to a file before it is sent."""
    # The library is large, and most web processes never write a workbook.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.append(list(headings))
    for row in rows:
        sheet.append([speakable(harmless(cell)) for cell in row])
    yield from _sent(book.save)


def as_ods(title: str, headings: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    """An OpenDocument of one sheet, written to a file before it is sent."""
    told = ([speakable(harmless(cell)) for cell in row] for row in rows)
    yield from _sent(lambda file: opendocument.write(file, title, [list(headings)], told))


def _sent(save: Callable[[IO[bytes]], None]) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as file:
        save(file)
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk
