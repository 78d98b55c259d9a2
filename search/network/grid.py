"""Tiles, and the squares offers are counted in: 8 across a tile, down to the finest ones."""

import math
from dataclasses import dataclass

LAST_ZOOM = 16
# The last zoom that draws counts; its squares are the tiles of zoom 14.
LAST_COUNTED = 11
ACROSS_BITS = 3
FINEST = LAST_COUNTED + ACROSS_BITS
EXTENT = 4096
WORLD_M = 40_075_016.685578488
EARTH_M = 6_378_137.0


@dataclass(frozen=True)
class Tile:
    """One tile of the map, counted from the north-west; its edges in Web Mercator metres."""

    zoom: int
    x: int
    y: int

    @property
    def exists(self) -> bool:
        """Whether the map has this tile at a zoom we serve."""
        return self.zoom <= LAST_ZOOM and max(self.x, self.y) < 1 << self.zoom

    @property
    def counted_zoom(self) -> int:
        """The zoom whose squares count what is in it."""
        return min(self.zoom, LAST_COUNTED)

    @property
    def columns(self) -> tuple[int, int]:
        """The first and last squares whose middle is in it, from the west."""
        return self._squares(self.x)

    @property
    def rows(self) -> tuple[int, int]:
        """The same from the north; none if the last comes before the first."""
        return self._squares(self.y)

    @property
    def size(self) -> float:
        """Its side in metres of the map."""
        return WORLD_M / (1 << self.zoom)

    @property
    def west(self) -> float:
        """Its left edge."""
        return self.x * self.size - WORLD_M / 2

    @property
    def east(self) -> float:
        """Its right edge, which is the left one of the next tile to the last figure."""
        return (self.x + 1) * self.size - WORLD_M / 2

    @property
    def north(self) -> float:
        """Its upper edge."""
        return WORLD_M / 2 - self.y * self.size

    @property
    def south(self) -> float:
        """Its lower edge."""
        return WORLD_M / 2 - (self.y + 1) * self.size

    def _squares(self, index: int) -> tuple[int, int]:
        across: float = 2.0 ** (self.counted_zoom + ACROSS_BITS - self.zoom)
        first = math.ceil(index * across - 0.5)
        return first, math.ceil((index + 1) * across - 0.5) - 1


def spot(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude in degrees as Web Mercator metres."""
    x = math.radians(lon) * EARTH_M
    y = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * EARTH_M
    return x, y


def cell(x: float, y: float) -> tuple[int, int]:
    """The finest square that holds a Web Mercator point, counted from the north-west as tiles."""
    size = WORLD_M / 2**FINEST
    return math.floor((x + WORLD_M / 2) / size), math.floor((WORLD_M / 2 - y) / size)
