"""The squares offers are counted in: 8 across a tile, halved at each zoom down to the finest."""

import math

# The last zoom that draws counts; its squares are those of the tiles of zoom 14.
LAST_COUNTED = 11
ACROSS_BITS = 3
FINEST = LAST_COUNTED + ACROSS_BITS
WORLD_M = 40_075_016.685578488
EARTH_M = 6_378_137.0
LAST_ZOOM = 16


def spot(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude in degrees as Web Mercator metres."""
    x = math.radians(lon) * EARTH_M
    y = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * EARTH_M
    return x, y


def cell(x: float, y: float) -> tuple[int, int]:
    """The finest square that holds a Web Mercator point, counted from the north-west as tiles."""
    size = WORLD_M / 2**FINEST
    return math.floor((x + WORLD_M / 2) / size), math.floor((WORLD_M / 2 - y) / size)


def exists(zoom: int, x: int, y: int) -> bool:
    """Whether the grid has this tile at a zoom we serve."""
    return zoom <= LAST_ZOOM and x < 2**zoom and y < 2**zoom
