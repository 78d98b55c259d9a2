"""The squares of the ground: around a place, words are looked for in the few that it touches.

A word that many offers have is then read where one looks, not in the whole country. What answers
from afar is in a square of its own.
"""

import math
from collections.abc import Iterator

from search.postgresql import ground
from search.request import Place, Reach, SearchRequest

# In degrees: some 55 km each way in metropolitan France. The index is written with them
# (`directory.squared_words`), and built anew when they change.
WIDTH, HEIGHT = 0.75, 0.5
# A degree is never shorter, in kilometres: northwards, and eastwards on the equator.
DEGREE_NORTH, DEGREE_EAST = 110.5, 111.0
# So many squares make as long a question as the whole country does.
MOST = 12
AFAR = "*/"


def of(request: SearchRequest) -> tuple[str, ...]:
    """Those where a request looks, as their words begin; none when it looks farther."""
    if request.reach is not Reach.NEAR:
        return (AFAR,)
    return () if request.place is None else around(request.place, ground.radius_m(request) / 1000)


def around(place: Place, radius_km: float) -> tuple[str, ...]:
    """The squares that a radius touches; none when they are too many."""
    north = radius_km / DEGREE_NORTH
    farthest = min(abs(place.lat) + north, 89.0)
    east = radius_km / (DEGREE_EAST * math.cos(math.radians(farthest)))
    columns = range(*_touched(place.lon, east, WIDTH))
    rows = range(*_touched(place.lat, north, HEIGHT))
    if len(columns) * len(rows) > MOST:
        return ()
    return tuple(_named(columns, rows))


def _touched(middle: float, reach: float, size: float) -> tuple[int, int]:
    return math.floor((middle - reach) / size), math.floor((middle + reach) / size) + 1


def _named(columns: range, rows: range) -> Iterator[str]:
    for column in columns:
        for row in rows:
            yield f"{column}:{row}/"
