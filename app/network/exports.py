"""The table as files: CSV and GeoJSON written as they are read, XLSX and ODS for some thousands."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from app.network.table import Row
from exchange.writers import geojson, tables
from models.base import PARIS

Writer = Callable[[Iterable[Row]], Iterator[bytes]]

SHEET = "Réseau"
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
    """What a spreadsheet holds of an offer."""
    return [value_of(row) for _, value_of in COLUMNS]


def as_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """As French spreadsheets expect it."""
    return tables.as_csv(HEADINGS, map(cells, rows))


def as_xlsx(rows: Iterable[Row]) -> Iterator[bytes]:
    """A workbook of one sheet."""
    return tables.as_xlsx(SHEET, HEADINGS, map(cells, rows))


def as_ods(rows: Iterable[Row]) -> Iterator[bytes]:
    """An OpenDocument of one sheet."""
    return tables.as_ods(SHEET, HEADINGS, map(cells, rows))


def as_geojson(rows: Iterable[Row]) -> Iterator[bytes]:
    """An offer that is not on the map has no geometry."""
    return geojson.as_geojson(_feature(row) for row in rows)


def _feature(row: Row) -> geojson.Feature:
    told = {heading: value_of(row) for heading, value_of in COLUMNS}
    return geojson.Feature(row.offer_id, row.lon, row.lat, told)
