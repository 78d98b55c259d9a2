"""GeoJSON (RFC 7946), longitude first, written as it is read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from exchange.writers.cells import batches

GEOJSON = "application/geo+json"


class Feature(NamedTuple):
    """Something and where it is, in degrees; without a point it has no geometry."""

    id: int
    lon: float | None
    lat: float | None
    properties: Mapping[str, Any]


def as_geojson(features: Iterable[Feature]) -> Iterator[bytes]:
    """A collection of them."""
    yield b'{"type":"FeatureCollection","features":['
    comma = b""
    for some in batches(features):
        yield comma + b",\n".join(_told(one) for one in some)
        comma = b",\n"
    yield b"]}\n"


def _told(one: Feature) -> bytes:
    at = None if one.lon is None else {"type": "Point", "coordinates": [one.lon, one.lat]}
    told = {"type": "Feature", "id": one.id, "geometry": at, "properties": dict(one.properties)}
    return json.dumps(told, ensure_ascii=False, default=str).encode()
