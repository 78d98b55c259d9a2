"""Outlines for drawing, in Web Mercator; neighbours simplified together stay joined."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely import MultiPolygon, Polygon
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry

EARTH_RADIUS_M = 6378137.0
MILLIMETRE = 0.001

Coordinates = npt.NDArray[np.float64]
Shapes = npt.NDArray[Any]


def to_mercator(shapes: Sequence[BaseGeometry]) -> Shapes:
    """Shapes in EPSG:3857, for drawing only: its metres are not metres."""
    return np.atleast_1d(shapely.transform(np.asarray(shapes, dtype=object), forward))


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    """A Web Mercator shape back in WGS 84, longitude first."""
    return shapely.transform(shape, backward)


def forward(degrees: Coordinates) -> Coordinates:
    """Longitude and latitude to Web Mercator."""
    radians = np.radians(degrees)
    north = np.log(np.tan(np.pi / 4 + radians[:, 1] / 2))
    return EARTH_RADIUS_M * np.column_stack([radians[:, 0], north])


def backward(metres: Coordinates) -> Coordinates:
    """Web Mercator to longitude and latitude."""
    scaled = metres / EARTH_RADIUS_M
    return np.degrees(
        np.column_stack([scaled[:, 0], 2 * np.arctan(np.exp(scaled[:, 1])) - np.pi / 2])
    )


def simplified(shapes: Sequence[BaseGeometry], tolerance_m: float) -> Shapes:
    """Fewer corners, the same shared borders."""
    coverage = np.asarray(shapes, dtype=object)
    return np.atleast_1d(shapely.coverage_simplify(coverage, tolerance_m))


def merged(shapes: Sequence[BaseGeometry]) -> MultiPolygon:
    """One outline around several, whether or not they overlap by a hair."""
    try:
        union = shapely.coverage_union_all(shapes)
    except GEOSException:
        union = shapely.union_all(shapes, grid_size=MILLIMETRE)
    return several(union)


def several(shape: BaseGeometry) -> MultiPolygon:
    """The polygons of a shape, always as a MultiPolygon."""
    polygons = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    return MultiPolygon([part for part in polygons if not part.is_empty])


def filled(shape: BaseGeometry) -> MultiPolygon:
    """The same outline without its holes: a commune that is not drawn is no lake."""
    return MultiPolygon([Polygon(part.exterior) for part in several(shape).geoms])
