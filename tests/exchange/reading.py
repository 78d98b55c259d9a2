"""Files written for a test, and what was read of them."""

import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook

import exchange
from exchange.reading import Reading
from exchange.rows import Fault, Row


def opened(folder: Path, content: bytes | str, **asked) -> Reading:
    """A file of this content, which has no name that could tell what it is."""
    path = folder / "envoi"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return exchange.read(path, **asked)


def read(folder: Path, content: bytes | str, **asked) -> tuple[list[Any], list[Fault]]:
    """Its rows and its faults."""
    with opened(folder, content, **asked) as reading:
        told = list(reading)
    rows = [one for one in told if isinstance(one, Row)]
    return rows, [one for one in told if isinstance(one, Fault)]


def workbook(*rows: list[Any]) -> bytes:
    """An XLSX of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
