"""The table as files: CSV and GeoJSON written as they are read, XLSX for a workbook's worth."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from app.network import files
from app.network.table import Row
from models.base import PARIS

Writer = Callable[[Iterable[Row]], Iterator[bytes]]

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_ONCE = 500
MOST_IN_WORKBOOK = 20_000

COLUMNS: tuple[tuple[str, Callable[[Row], Any]], ...] = (
    ("Numéro", lambda row: row.offer_id),
    ("Offre", lambda row: row.title),
    ("Structure", lambda row: row.owner),
    ("Commune", lambda row: row.commune),
    ("Code INSEE", lambda row: row.insee_code),
    ("Département", lambda row: row.department_code),
    ("Famille", lambda row: row.family.label),
    ("Sorte", lambda row: row.type_label),
    ("Disponibilité", lambda row: row.sign.label),
    ("Places libres", lambda row: row.known_free),
    ("Confirmé le", lambda row: row.verified_at and row.verified_at.astimezone(PARIS).date()),
    ("Habilitation TIG", lambda row: row.accredited.label),
    ("Habilitation jusqu'au", lambda row: row.accredited_until),
)
HEADINGS = [heading for heading, _ in COLUMNS]


def cells(row: Row) -> list[Any]:
    """What a spreadsheet holds of an offer, none of it a formula."""
    return [files.harmless(value_of(row)) for _, value_of in COLUMNS]


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows some hundreds at a time, so that none waits for all."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


def as_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """UTF-8 with its mark and semicolons, as French spreadsheets expect."""
    yield f"{files.MARK}{files.lines([HEADINGS])}".encode()
    for some in batches(rows):
        yield files.lines(cells(row) for row in some).encode()


def as_geojson(rows: Iterable[Row]) -> Iterator[bytes]:
    """RFC 7946: longitude first; an offer that is not on the map has no geometry."""
    yield b'{"type":"FeatureCollection","features":['
    comma = b""
    for some in batches(rows):
        yield comma + b",\n".join(_feature(row) for row in some)
        comma = b",\n"
    yield b"]}\n"


def _feature(row: Row) -> bytes:
    at = None if row.lon is None else {"type": "Point", "coordinates": [row.lon, row.lat]}
    told = {heading: value_of(row) for heading, value_of in COLUMNS}
    feature = {"type": "Feature", "id": row.offer_id, "geometry": at, "properties": told}
    return json.dumps(feature, ensure_ascii=False, default=str).encode()


def as_xlsx(rows: Iterable[Row]) -> Iterator[bytes]:
    """A workbook of one sheet, written to a file before it is sent."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Réseau")
    sheet.freeze_panes = "A2"
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append([_readable(value) for value in cells(row)])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(65536):
            yield chunk


def _readable(value: Any) -> Any:
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
