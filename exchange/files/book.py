"""A file of rows whatever its form: sheets by name, each read as often as one wants."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from exchange.files.limits import MOST_CELLS, MOST_COLUMNS, TOO_MANY_CELLS, TOO_WIDE
from exchange.rows import Refused

# The number of a row as a spreadsheet shows it, and its cells as text, without the empty end.
Record = tuple[int, list[str]]


class Book(Protocol):
    """Sheets of text. `cut_at` is the last row, once it has been seen to stop midway.

    `notes` are sentences about what cannot be read of it.
    """

    path: Path
    names: tuple[str, ...]
    notes: tuple[str, ...]
    cut_at: int | None

    def records(self, name: str) -> Iterator[Record]:
        """The rows of a sheet that hold something; Refused where the file breaks."""
        ...

    def progress(self) -> float | None:
        """The share already read, or None when it cannot be told."""
        ...


class Counted:
    """Counts the cells of a sheet, empty ones too, and says when enough is enough."""

    def __init__(self) -> None:
        self.cells = 0

    def trimmed(self, cells: list[str]) -> list[str]:
        """The row without its empty end."""
        self.cells += len(cells) + 1
        if self.cells > MOST_CELLS:
            raise Refused(TOO_MANY_CELLS)
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise Refused(TOO_WIDE)
        return cells
