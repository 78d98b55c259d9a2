"""Known records corrected from what a line says, value by value."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import WKBElement
from geoalchemy2.shape import from_shape
from shapely import Point

from models.base import CodeList, CodeType
from models.codes.organization import PointPrecision
from models.organization import Site

Facts = Mapping[str, Any]
Centres = Mapping[str, WKBElement | None]
AUDIENCE = frozenset({"gender", "age_min", "age_max"})


def put(record: Any, name: str, value: Any) -> None:
    """One value under the name lines give it; a point is longitude, then latitude."""
    if name == "point":
        record.public_point = None if value is None else at(*value)
        record.precision = PointPrecision.STREET
    else:
        setattr(record, name, typed(type(record), name, value))


def at(lon: float, lat: float) -> WKBElement:
    """A point of the database."""
    return from_shape(Point(lon, lat), srid=4326)


def to_the_centre(site: Site, centres: Centres) -> None:
    """Where the commune is: the site's own point is not known, or is not to be."""
    site.public_point = centres.get(site.insee_code)
    hidden = PointPrecision.HIDDEN if site.is_confidential else PointPrecision.MUNICIPALITY
    site.precision = hidden


def typed(model: type[Any], name: str, value: Any) -> Any:
    """A plain value as its column wants it: codes are members of their list."""
    column = sa.inspect(model).columns[name].type
    if value is None:
        return [] if isinstance(column, sa.ARRAY | CodeList) else None
    if isinstance(column, CodeType):
        return column.codes(value)
    if isinstance(column, CodeList):
        return [column.codes(one) for one in value]
    return value
