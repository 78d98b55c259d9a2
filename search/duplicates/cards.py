"""A record as the comparison sees it: names, identifiers, ways to reach it, places; pure."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_M = 6_371_009


@dataclass(frozen=True, slots=True)
class Place:
    """Where it receives people; `lon` and `lat` only when they are those of a street or a door."""

    insee_code: str
    commune: str = ""
    address: str | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An organization with all its sites, a site alone, or a line of a file not yet brought in.

    Telephones are E.164, `source_id` is what the source calls it.
    """

    name: str
    acronym: str | None = None
    siret: str | None = None
    finess: str | None = None
    rna: str | None = None
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()
    source: str | None = None
    source_id: str | None = None


def metres(one: Place, other: Place) -> float | None:
    """How far apart two places are on earth; None unless both are exactly known."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    east, north = radians(other.lon - one.lon) / 2, radians(other.lat - one.lat) / 2
    across = cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2
    return 2 * EARTH_M * asin(sqrt(sin(north) ** 2 + across))
