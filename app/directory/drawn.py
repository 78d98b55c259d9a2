"""A shape drawn on the map, as GeoJSON in a link, read with care."""

import json

from shapely import Polygon, to_wkt

MOST_CORNERS = 200
# About as wide as mainland France; beyond, a territory says it better.
WIDEST_DEGREES = 12.0
LONGITUDES, LATITUDES = (-64.0, 56.0), (-22.0, 52.0)


class NotDrawn(ValueError):
    """What was drawn is no zone that can be searched; the sentence says why."""


def in_wkt(text: str) -> str:
    """The polygon of a text in GeoJSON, longitude first."""
    shape = Polygon(_corners(text))
    if not shape.is_valid or shape.area == 0:
        raise NotDrawn("Les bords de la zone dessinée se croisent : dessinez-la à nouveau.")
    west, south, east, north = shape.bounds
    if max(east - west, north - south) > WIDEST_DEGREES:
        raise NotDrawn("La zone dessinée est trop grande : choisissez plutôt un département.")
    return str(to_wkt(shape, rounding_precision=6))


def redrawn(text: str) -> str:
    """A text that `in_wkt` reads, with its corners and nothing else that it may say."""
    return json.dumps({"type": "Polygon", "coordinates": [_corners(text)]})


def _corners(text: str) -> list[tuple[float, float]]:
    try:
        ring = json.loads(text)["coordinates"][0]
        corners = [(float(lon), float(lat)) for lon, lat in ring]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise NotDrawn("Cette zone ne peut pas être lue : dessinez-la à nouveau.") from error
    if not 4 <= len(corners) <= MOST_CORNERS:
        raise NotDrawn(f"Une zone a de 3 à {MOST_CORNERS - 1} sommets.")
    if not all(_in_france(*corner) for corner in corners):
        raise NotDrawn("La zone dessinée sort de la France.")
    return corners


def _in_france(lon: float, lat: float) -> bool:
    return LONGITUDES[0] <= lon <= LONGITUDES[1] and LATITUDES[0] <= lat <= LATITUDES[1]
