"""The formats in which offers are shared, what each is called, and what writes it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from exchange.writers import data_inclusion, geojson, hsds, tables
from exchange.writers.shared import COLUMNS, HEADINGS, Shared, cells

SHEET = "Offres"


class Format(NamedTuple):
    """A kind of file: its name for people, its extension, its type, and its writer."""

    label: str
    extension: str
    content_type: str
    write: Callable[[Iterable[Shared], str], Iterator[bytes]]


def _features(shared: Iterable[Shared]) -> Iterator[geojson.Feature]:
    """Only the geometry says where it is: not twice the same number."""
    for one in shared:
        told = {
            heading: value_of(one)
            for heading, value_of in COLUMNS
            if heading not in ("Latitude", "Longitude")
        }
        yield geojson.Feature(one.offer_id, one.site.lon, one.site.lat, told)


FORMATS = {
    "csv": Format(
        "CSV", "csv", tables.CSV, lambda shared, _: tables.as_csv(HEADINGS, map(cells, shared))
    ),
    "xlsx": Format(
        "Excel (XLSX)",
        "xlsx",
        tables.XLSX,
        lambda shared, _: tables.as_xlsx(SHEET, HEADINGS, map(cells, shared)),
    ),
    "ods": Format(
        "OpenDocument (ODS)",
        "ods",
        tables.ODS,
        lambda shared, _: tables.as_ods(SHEET, HEADINGS, map(cells, shared)),
    ),
    "geojson": Format(
        "GeoJSON",
        "geojson",
        geojson.GEOJSON,
        lambda shared, _: geojson.as_geojson(_features(shared)),
    ),
    "data-inclusion": Format(
        "data·inclusion",
        "json",
        data_inclusion.JSON,
        lambda shared, origin: data_inclusion.as_data_inclusion(shared, origin=origin),
    ),
    "hsds": Format(
        "HSDS 3.1", "json", hsds.JSON, lambda shared, origin: hsds.as_hsds(shared, origin=origin)
    ),
}
