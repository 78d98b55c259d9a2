"""Zones drawn on the map: read with care, then widened and moved to hide their centre."""

import json
import math
from random import SystemRandom
from typing import Any

from shapely import Polygon
from shapely.affinity import translate

from search.geocoder.france import in_france

MOST_CORNERS = 200
MOST_CHARACTERS = 20_000
WIDEST_KM2 = 40_000
METRES_PER_DEGREE = 111_320
NEAREST_M, FARTHEST_M = 100, 300

UNREADABLE = "Nous n'avons pas pu lire la zone dessinée : effacez-la et dessinez-la de nouveau."
TOO_MANY = f"La zone a plus de {MOST_CORNERS} sommets : dessinez-la plus simplement."
ABROAD = "La zone sort de France : effacez-la et dessinez-la de nouveau."
CROSSED = "La zone se croise elle-même : effacez-la et posez les sommets en faisant le tour."
TOO_WIDE = "La zone est plus grande qu'une région : effacez-la et dessinez-la de nouveau."


class UnusableZone(Exception):
    """A zone that cannot be kept; its text is for the person who drew it."""


def read_zone(text: str) -> Polygon:
    """A GeoJSON polygon, longitude first, with one ring; raises `UnusableZone`."""
    corners = read_corners(text)
    if len(corners) > MOST_CORNERS + 1:
        raise UnusableZone(TOO_MANY)
    if not all(in_france(lon, lat) for lon, lat in corners):
        raise UnusableZone(ABROAD)
    zone = Polygon(corners)
    if not zone.is_valid or zone.area == 0:
        raise UnusableZone(CROSSED)
    if area_km2(zone) > WIDEST_KM2:
        raise UnusableZone(TOO_WIDE)
    return zone


def read_corners(text: str) -> list[tuple[float, float]]:
    """The corners of the only ring, or `UnusableZone`."""
    if len(text) > MOST_CHARACTERS:
        raise UnusableZone(TOO_MANY)
    try:
        drawn = json.loads(text)
        (ring,) = drawn["coordinates"]
        corners = [number_pair(corner) for corner in ring]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnusableZone(UNREADABLE) from error
    if drawn.get("type") != "Polygon" or len(corners) < 4:
        raise UnusableZone(UNREADABLE)
    return corners


def number_pair(corner: Any) -> tuple[float, float]:
    """Longitude and latitude, or ValueError; NaN is refused later, being in no country."""
    lon, lat = corner
    if isinstance(lon, int | float) and isinstance(lat, int | float):
        return float(lon), float(lat)
    raise ValueError(corner)


def disguise(zone: Polygon) -> Polygon:
    """The zone widened, then moved by 100 to 300 m; it still holds what was drawn.

    A circle drawn around a home would otherwise give the home away: it is its centre (design §5).
    """
    chance = SystemRandom()
    metres = chance.uniform(NEAREST_M, FARTHEST_M)
    angle = chance.uniform(0, 2 * math.pi)
    narrow = math.cos(math.radians(zone.centroid.y))
    around = in_metres(zone, narrow).buffer(metres * 1.02 + 10, quad_segs=8)
    moved = translate(around, metres * math.cos(angle), metres * math.sin(angle))
    outline = Polygon(moved.exterior).simplify(5).boundary
    east, north = 1 / (METRES_PER_DEGREE * narrow), 1 / METRES_PER_DEGREE
    return Polygon((x * east, y * north) for x, y in outline.coords)


def area_km2(zone: Polygon) -> float:
    """Its area, near enough to speak of."""
    return float(in_metres(zone, math.cos(math.radians(zone.centroid.y))).area) / 1_000_000


def in_metres(zone: Polygon, narrow: float) -> Polygon:
    """The zone on a flat map in metres; `narrow` is how much shorter its parallels are."""
    east, north = METRES_PER_DEGREE * narrow, METRES_PER_DEGREE
    return Polygon((lon * east, lat * north) for lon, lat in zone.exterior.coords)
