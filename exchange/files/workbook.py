"""XLSX workbooks, read row by row: what a formula last gave, never the formula."""

import datetime as dt
import warnings
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Any

from exchange.files.book import Counted, Record
from exchange.files.formulas import notes_on
from exchange.files.limits import MOST_ROWS, TOO_MANY_ROWS
from exchange.files.watched import Archive
from exchange.files.zipped import BROKEN
from exchange.rows import Refused

VISIBLE = "visible"


class Workbook:
    """An XLSX as a book; its visible sheets only.

    It is opened once: its texts are a table of their own, long to read.
    """

    cut_at: int | None = None

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read, self._rows = 0, 0
        self._book = _opened(path)
        sheets = self._book.worksheets
        hidden = [one.title for one in sheets if getattr(one, "sheet_state", VISIBLE) != VISIBLE]
        aside = (f"La feuille masquée « {name} » n'est pas lue." for name in hidden)
        self.notes = (*notes_on(path), *aside)
        self.names = tuple(one.title for one in sheets if one.title not in hidden)

    def records(self, name: str) -> Iterator[Record]:
        """The rows of a sheet that hold something."""
        counted = Counted()
        for number, values in enumerate(self._values(self._book[name]), 1):
            if number > MOST_ROWS:
                raise Refused(TOO_MANY_ROWS)
            self._read = number
            cells = counted.trimmed([told(value) for value in values])
            if cells:
                yield number, cells

    def _values(self, sheet: Any) -> Iterator[tuple[Any, ...]]:
        """What the sheet claims to measure is not believed."""
        try:
            self._rows = sheet.max_row or 0
            sheet.reset_dimensions()
            yield from sheet.iter_rows(values_only=True)
        except Refused:
            raise
        except Exception as error:
            raise Refused(BROKEN) from error

    def progress(self) -> float | None:
        """Rows read over rows told."""
        return min(self._read / self._rows, 1.0) if self._rows else None


class _Handle(FileIO):
    """A file closed with the last who reads it."""

    def __del__(self) -> None:
        self.close()


def _opened(path: Path) -> Any:
    """By its bytes: here a file has no name that could say what it is."""
    from openpyxl.reader.excel import ExcelReader  # large, and only a worker reads workbooks

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # unknown extensions, styles left out
        try:
            # As the library's own `load_workbook`, but for who unpacks.
            reader = ExcelReader(_Handle(path), read_only=True, data_only=True, keep_links=False)
            reader.archive = Archive(_Handle(path))
            reader.read()
        except Refused:
            raise
        except Exception as error:  # the library raises whatever its parsers raise
            raise Refused(BROKEN) from error
        return reader.wb


def told(value: Any) -> str:
    """A cell as text: days in ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
