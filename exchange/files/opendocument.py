"""ODS spreadsheets as a stream: the libraries at hand hold all of a sheet, repeats unfolded."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from exchange.files.book import Counted, Record
from exchange.files.limits import MOST_COLUMNS, MOST_ROWS, TOO_MANY_ROWS
from exchange.files.watched import Archive
from exchange.files.zipped import BROKEN
from exchange.rows import Refused

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
# One more than may be filled, so that a row too wide is seen to be.
MOST_REPEATS = MOST_COLUMNS + 1
# A sheet's name when it begins, then each of its rows.
Part = tuple[str, Element | None]


class OpenDocument:
    """An ODS as a book."""

    notes: tuple[str, ...] = ()
    cut_at: int | None = None

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names = tuple(name for name, row in self._parts() if row is None)

    def _parts(self) -> Iterator[Part]:
        try:
            with Archive(self.path) as archive, archive.open("content.xml") as content:
                yield from _parts(content)
        except (ParseError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise Refused(BROKEN) from error

    def records(self, name: str) -> Iterator[Record]:
        """The rows of a sheet that hold something; a filled row that repeats is given again."""
        counted, number = Counted(), 0
        for sheet, row in self._parts():
            if sheet != name or row is None:
                continue
            times = _repeats(row, "number-rows-repeated", MOST_ROWS + 1)
            cells = counted.trimmed(_cells(row))
            for shift in range(times if cells else 0):
                if number + shift >= MOST_ROWS:
                    raise Refused(TOO_MANY_ROWS)
                yield number + shift + 1, list(cells)
            number += times

    def progress(self) -> float | None:
        """Not told: the rows are not counted beforehand."""
        return None


def _parts(content: IO[bytes]) -> Iterator[Part]:
    """Elements leave their parent as soon as they have been read."""
    above: list[Element] = []
    name = ""
    for event, element in iterparse(content, events=("start", "end")):
        if event == "start":
            above.append(element)
            if element.tag == f"{TABLE}table":
                name = element.get(f"{TABLE}name", "")
                yield name, None
            continue
        above.pop()
        if element.tag == f"{TABLE}table-row":
            yield name, element
            above[-1].remove(element)


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in CELLS and len(cells) <= MOST_COLUMNS * 60:
            cells += [_told(cell)] * _repeats(cell, "number-columns-repeated", MOST_REPEATS)
    return cells


def _repeats(element: Element, attribute: str, most: int) -> int:
    told = element.get(f"{TABLE}{attribute}", "1")
    return min(max(int(told), 1), most) if told.isdecimal() and len(told) < 12 else 1


def _told(cell: Element) -> str:
    """A day in ISO, a number as it is stored, else the paragraphs one sees."""
    date = cell.get(f"{OFFICE}date-value")
    if date:
        return date.removesuffix("T00:00:00")
    value = cell.get(f"{OFFICE}value")
    if value:
        return value.removesuffix(".0")
    return "\n".join("".join(paragraph.itertext()) for paragraph in cell.findall(f"{TEXT}p"))
