"""The rows of each reference table, made from the published files."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from search.geocoder.names import fold
from seeds.reference import files
from seeds.reference.hours import to_osm
from seeds.reference.selection import Entry, Selection
from seeds.reference.spelling import full_name, town_hall_name

WGS84 = 4326
MAP_PROJECTION = 3857

Record = dict[str, Any]


def ewkb(shape: BaseGeometry | None, srid: int = WGS84) -> str | None:
    """A shape as PostGIS reads it, or nothing."""
    if shape is None:
        return None
    return str(shapely.to_wkb(shapely.set_srid(shape, srid), hex=True, include_srid=True))


def regions() -> list[Record]:
    """Every region, whatever was selected."""
    return [
        {"code": row["code"], "name": full_name(row["nom"], row["type_nom"]).strip()}
        for row in files.read("regions")
    ]


def departments(selection: Selection, outlines: Mapping[str, BaseGeometry]) -> Iterator[Record]:
    """The selected départements, with the outline drawn around their communes."""
    regions_by_id = {row["id"]: row["code"] for row in files.read("regions")}
    for row in selection.departments:
        outline = outlines.get(row["code"])
        yield {
            "code": row["code"],
            "name": row["nom"],
            "name_key": fold(row["nom"]),
            "region_code": regions_by_id[row["region_id"]],
            "point": ewkb(shapely.point_on_surface(outline) if outline else None),
            "outline": ewkb(outline),
        }


def epcis() -> list[Record]:
    """Every grouping of communes."""
    return [
        {"siren": row["code"], "name": row["nom"], "kind": row["type"]}
        for row in files.read("epci")
    ]


def communes(entries: Iterable[Entry]) -> Iterator[Record]:
    """The communes and arrondissements of today."""
    groupings = {row["id"]: row["code"] for row in files.read("epci")}
    for entry in entries:
        yield named(entry) | {
            "insee_code": entry.row["code"],
            "population": population(entry),
            "department_code": entry.department_code,
            "epci_siren": groupings.get((entry.parent or entry.row)["epci_id"]),
            "parent_code": entry.parent["code"] if entry.parent else None,
            "outline": ewkb(entry.outline),
        }


def population(entry: Entry) -> int | None:
    """How many people live there; some new communes have no figure yet."""
    published = entry.row["population_municipale"]
    return int(published) if published else None


def former_communes(entries: Iterable[Entry]) -> Iterator[Record]:
    """The delegated and associated communes whose name the commune of today does not bear."""
    for entry in entries:
        if entry.parent and fold(entry.parent["nom"]) != fold(entry.row["nom"]):
            codes = {
                "former_code": entry.row["code"],
                "commune_code": entry.parent["code"],
            }
            yield named(entry) | codes


def named(entry: Entry) -> Record:
    """What every commune has: a name, its key, a kind, a point."""
    name = full_name(entry.row["nom"], entry.row["type_nom"])
    return {
        "name": name,
        "name_key": fold(name),
        "kind": entry.kind.value,
        "point": ewkb(entry.point),
    }


def postal_links(entries: Iterable[Entry]) -> list[Record]:
    """Which postal code is used in which commune of the selection."""
    codes = {row["id"]: row["code"] for row in files.read("codes_postaux")}
    communes_by_id = {entry.row["id"]: entry.row["code"] for entry in entries}
    return [
        {
            "postal_code": codes[row["codepostal_id"]],
            "insee_code": communes_by_id[row["commune_id"]],
        }
        for row in files.rows_of("codes_postaux_communes")
        if row["commune_id"] in communes_by_id
    ]


def postal_codes(links: Iterable[Record]) -> list[Record]:
    """The postal codes that are used."""
    return [{"code": code} for code in sorted({link["postal_code"] for link in links})]


def town_halls(entries: Iterable[Entry]) -> Iterator[Record]:
    """The town halls that have an address; their e-mail address stays where it is."""
    for entry in entries:
        row = entry.row
        if row["mairie_adresse"]:
            yield {
                "insee_code": row["code"],
                "name": town_hall_name(row["nom"], row["type_nom"]),
                "address": row["mairie_adresse"],
                "phone": row["mairie_telephone"] or None,
                "website": row["mairie_site"] or None,
                "opening_hours": to_osm(row["mairie_horaires"]),
                "point": ewkb(entry.town_hall.point),
            }
