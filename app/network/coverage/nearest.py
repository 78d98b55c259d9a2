"""How far each of many points is from the nearest of others, by cubes that grow; pure."""

from collections.abc import Iterator
from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray

# One row of x, y, z a point: metres from the centre of the earth.
Points = NDArray[np.float64]
Metres = NDArray[np.float64]
Places = NDArray[np.intp]

# The ellipsoid of WGS 84, as PostGIS measures on it.
AXIS_M, FLATTENING, MEAN_M = 6_378_137.0, 1 / 298.257223563, 6_371_008.8
SQUARED = FLATTENING * (2 - FLATTENING)
FIRST_M = 5_000.0
# Cubes are numbered along three axes; none of ours is small enough to need more.
ALONG = 4_096
# How many pairs are measured at once: some tens of megabytes.
PAIRS = 500_000
# Fewer than so many are measured without looking for who is around.
FEW_PAIRS = 50_000


def on_earth(lons: ArrayLike, lats: ArrayLike) -> Points:
    """Degrees of longitude and latitude as points; what has none is no number."""
    lon = np.radians(np.asarray(lons, dtype=float))
    lat = np.radians(np.asarray(lats, dtype=float))
    normal = AXIS_M / np.sqrt(1 - SQUARED * np.sin(lat) ** 2)
    ring = normal * np.cos(lat)
    sides = (ring * np.cos(lon), ring * np.sin(lon), normal * (1 - SQUARED) * np.sin(lat))
    return np.column_stack(sides)


def nearest(points: Points, others: Points, most_m: float) -> Metres:
    """Metres on the ground from each point to the nearest other; infinite past `most_m`."""
    is_small = 0 < len(points) * len(others) <= FEW_PAIRS
    chords = _each(points, others) if is_small else _in_cubes(points, others, most_m)
    return on_the_ground(np.where(chords <= most_m, chords, np.inf))


def _each(points: Points, others: Points) -> Metres:
    """The shortest straight line from each point, all being measured."""
    away = np.linalg.norm(points[:, np.newaxis] - others, axis=2)
    return np.asarray(away.min(axis=1))


def _in_cubes(points: Points, others: Points, most_m: float) -> Metres:
    """The shortest straight line from each point, in cubes that double."""
    found = np.full(len(points), np.inf)
    left, side = np.arange(len(points)), FIRST_M
    while len(left) and len(others):
        away = _around(points[left], others, side)
        found[left] = np.where(away <= side, away, np.inf)
        left = left[away > side]
        if side >= most_m:
            break
        side = min(2 * side, max(most_m, FIRST_M))
    return found


def on_the_ground(chords: Metres) -> Metres:
    """Straight metres through the ground as metres along it."""
    known = np.isfinite(chords)
    arcs = 2 * MEAN_M * np.arcsin(np.where(known, chords, 0) / (2 * MEAN_M))
    return np.where(known, arcs, np.inf)


def _around(points: Points, others: Points, side: float) -> Metres:
    """The shortest straight line to another, true if it is no longer than the side of a cube."""
    numbers = _numbers(_cubes(others, side))
    order = np.argsort(numbers, kind="stable")
    numbers, others = numbers[order], others[order]
    found, cubes = np.full(len(points), np.inf), _cubes(points, side)
    for step in product((-1, 0, 1), repeat=3):
        wanted = _numbers(cubes + np.array(step))
        first = np.searchsorted(numbers, wanted)
        counts = np.searchsorted(numbers, wanted, side="right") - first
        for some in _blocks(counts):
            who, whom, starts = _pairs(some, first[some], counts[some])
            away = np.linalg.norm(points[who] - others[whom], axis=1)
            found[some] = np.minimum(found[some], np.minimum.reduceat(away, starts))
    return found


def _cubes(points: Points, side: float) -> Places:
    return np.floor(points / side).astype(np.intp) + ALONG // 2


def _numbers(cubes: Places) -> Places:
    return np.asarray((cubes[:, 0] * ALONG + cubes[:, 1]) * ALONG + cubes[:, 2])


def _blocks(counts: Places) -> Iterator[Places]:
    """Those who have somebody around, so many that their pairs fit in memory."""
    some = np.flatnonzero(counts)
    ends = np.cumsum(counts[some])
    block = (ends - 1) // PAIRS
    yield from np.split(some, np.flatnonzero(np.diff(block)) + 1) if len(some) else ()


def _pairs(some: Places, first: Places, counts: Places) -> tuple[Places, Places, Places]:
    """Each of them with each of those around it, and where the pairs of each start."""
    starts = np.cumsum(counts) - counts
    whom = np.arange(counts.sum()) + np.repeat(first - starts, counts)
    return np.repeat(some, counts), whom, starts
