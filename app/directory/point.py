"""Reads points of the database: longitude first."""

from geoalchemy2 import WKBElement
from geoalchemy2.shape import to_shape
from shapely import Point


def coordinates(point: WKBElement) -> tuple[float, float]:
    """Longitude and latitude in degrees."""
    shape = to_shape(point)
    assert isinstance(shape, Point)
    return shape.x, shape.y
