"""Places in geocodejson 0.1.0, with Addok's own properties beside; longitude first; pure."""

from collections.abc import Iterable
from typing import Any

from app.geocode.asked import Asked
from search.geocoder.place import Place, PlaceKind
from search.geocoder.sites import KnownSite

VERSION = "0.1.0"
ATTRIBUTION = "INSEE, La Poste, DILA, IGN, © contributeurs OpenStreetMap"
# By kind: the type of Addok, that of geocodejson, and how far the point may be, in metres.
TYPES = {
    PlaceKind.COMMUNE: ("municipality", "city", 5_000),
    PlaceKind.ARRONDISSEMENT: ("municipality", "district", 2_000),
    PlaceKind.POSTAL_CODE: ("postcode", "city", 10_000),
    PlaceKind.DEPARTMENT: ("county", "county", 50_000),
}
POI, NEAR_M = "poi", 100
Answer = dict[str, Any]


def collection(features: Iterable[Answer], asked: Asked | None = None) -> Answer:
    """The whole answer; what was asked is said back, as the specification has it."""
    query = {"query": asked.q} if asked else {}
    limit = {"limit": asked.limit} if asked else {}
    return (
        {
            "type": "FeatureCollection",
            "geocoding": {"version": VERSION, "attribution": ATTRIBUTION} | query,
            "version": VERSION,
            "attribution": ATTRIBUTION,
            "features": list(features),
        }
        | query
        | limit
    )


def type_of(found: Place | KnownSite) -> str:
    """The type of Addok."""
    return TYPES[found.kind][0] if isinstance(found, Place) else POI


def feature(found: Place | KnownSite) -> Answer:
    """One place; only those that have a point are answered."""
    return _of_place(found) if isinstance(found, Place) else _of_site(found)


def _of_place(place: Place) -> Answer:
    _, kind, accuracy = TYPES[place.kind]
    name = place.label.partition(" (")[0]
    said = {
        "label": place.label,
        "name": name,
        "postcode": place.postal_code,
        "city": name if place.insee_code else None,
    }
    ours = {
        "id": place.insee_code or place.department_code,
        "type": type_of(place),
        "citycode": place.insee_code,
        "population": place.population,
        "context": place.department_code,
        "score": place.score,
    }
    return _feature(place, said, {"type": kind, "accuracy": accuracy}, ours)


def _of_site(site: KnownSite) -> Answer:
    where = " ".join(filter(None, (site.postal_code, site.city)))
    said = {
        "label": ", ".join(filter(None, (site.name, site.address, where))),
        "name": site.name,
        "postcode": site.postal_code,
        "city": site.city,
    }
    ours = {
        "id": f"site-{site.id}",
        "type": POI,
        "citycode": site.insee_code,
        "context": site.department_code,
        "score": round(site.score, 3),
    }
    return _feature(site, said, {"type": POI, "accuracy": NEAR_M}, ours)


def _feature(at: Place | KnownSite, said: Answer, kind: Answer, ours: Answer) -> Answer:
    told = {name: value for name, value in said.items() if value is not None}
    geocoding = kind | told | {"country": "France", "admin": {"level6": at.department_code}}
    flat = {name: value for name, value in ours.items() if value is not None}
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [at.lon, at.lat]},
        "properties": told | flat | {"geocoding": geocoding},
    }
