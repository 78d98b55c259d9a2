"""CSV in any encoding and with any separator, read line by line, no line without end."""

import csv
import zlib
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TextIO

from exchange.files.book import Counted, Record
from exchange.files.decoding import encoding_of
from exchange.files.forms import BROKEN_GZIP, open_binary
from exchange.files.limits import MOST_LINE, MOST_ROWS, TOO_MANY_ROWS
from exchange.rows import Refused

SEPARATORS = (";", ",", "\t", "|")
SAMPLE_LINES = 60
# A quotation mark never closed swallows what follows; no true cell has that many lines.
MOST_LINES_OF_A_CELL = 200


class Delimited:
    """A CSV as a book of one sheet."""

    names: tuple[str, ...] = ("",)
    notes: tuple[str, ...] = ()

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cut_at: int | None = None
        self.encoding = encoding_of(path)
        self._read, self._last = 0, ""
        csv.field_size_limit(MOST_LINE)
        with self._open() as text:
            self.separator = separator_of(list(islice(_lines(text), SAMPLE_LINES)))

    def _open(self) -> TextIO:
        raw = open_binary(self.path)
        return TextIOWrapper(raw, self.encoding, errors="replace", newline="")

    def records(self, name: str) -> Iterator[Record]:
        """Its rows, each with its number, headings included."""
        with self._open() as text:
            try:
                yield from self._records(text)
            except (EOFError, OSError, zlib.error, UnicodeError) as error:
                raise Refused(BROKEN_GZIP) from error

    def _records(self, text: TextIO) -> Iterator[Record]:
        counted, lines = Counted(), self._counted(text)
        reader = csv.reader(lines, delimiter=self.separator, skipinitialspace=True)
        before = width = 0
        for number, cells in enumerate(_told(reader), 1):
            if number > MOST_ROWS:
                raise Refused(TOO_MANY_ROWS)
            if reader.line_num - before > MOST_LINES_OF_A_CELL:
                raise Refused(f"Ligne {before + 1} : un guillemet n'est jamais refermé.")
            before = reader.line_num
            self._see_the_end(number, len(cells), width)
            width = len(cells)
            trimmed = counted.trimmed(cells)
            if trimmed:
                yield number, trimmed

    def _see_the_end(self, number: int, width: int, usual: int) -> None:
        """A last row without an end of line, and narrower than the one before, was cut."""
        if width < usual and not self._last.endswith(("\n", "\r")):
            self.cut_at = number

    def _counted(self, text: TextIO) -> Iterator[str]:
        for line in _lines(text):
            self._read += len(line)
            self._last = line
            yield line

    def progress(self) -> float | None:
        """Characters read over bytes, near enough; None for a packed file."""
        size = self.path.stat().st_size
        return min(self._read / size, 1.0) if size else None


def _told(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        line = getattr(reader, "line_num", 0)
        raise Refused(
            f"Ligne {line} : cette ligne est illisible (texte trop long, ou guillemet mal fermé)."
        ) from error


def _lines(text: TextIO) -> Iterator[str]:
    """Lines of a bounded length, without the characters that CSV cannot hold."""
    while line := text.readline(MOST_LINE):
        if len(line) == MOST_LINE:
            raise Refused("Une ligne de ce fichier n'a pas de fin : ce n'est pas un tableau.")
        yield line.replace("\x00", "")


def separator_of(lines: list[str]) -> str:
    """The one that cuts the most lines into the same number of cells, more than one."""
    return max(SEPARATORS, key=lambda separator: _regular(lines, separator))


def _regular(lines: list[str], separator: str) -> tuple[float, int]:
    """The share of rows that have the commonest width over one, in tenths, and that width."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if row]
    except csv.Error:
        return (0, 0)
    wide = [width for width in widths if width > 1]
    if not wide:
        return (0, 0)
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    return (round(wide.count(usual) / len(widths), 1), usual)
