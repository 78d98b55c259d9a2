"""ODS written row by row: the libraries at hand hold a whole document in memory, slowly."""

import datetime as dt
import zipfile
from collections.abc import Iterable
from itertools import chain
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

MIME = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (
    f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write(
    file: IO[bytes], title: str, headings: Iterable[list[Any]], rows: Iterable[list[Any]]
) -> None:
    """One sheet; the first member of the archive says what it is, unpacked, as the norm wants."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, compress_type=zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            content.write(f'{XML}<office:document-content {NAMES} office:version="1.2">'.encode())
            sheet = f"<table:table table:name={quoteattr(title)}>"
            content.write(f"<office:body><office:spreadsheet>{sheet}".encode())
            for row in chain(headings, rows):
                content.write(_row(row).encode())
            end = "</table:table></office:spreadsheet></office:body></office:document-content>"
            content.write(end.encode())


def _row(cells: list[Any]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>\n"


def _cell(value: Any) -> str:
    """Numbers and days keep their nature; the rest is text, a paragraph a line."""
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _typed("float", "value", str(value), str(value))
    if isinstance(value, dt.date):
        return _typed("date", "date-value", value.isoformat(), f"{value:%d/%m/%Y}")
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _typed(kind: str, attribute: str, value: str, shown: str) -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )
