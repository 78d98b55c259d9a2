"""Values of columns as JSON keeps them; and which are texts, where an address may hide."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import WKBElement, WKTElement
from geoalchemy2.shape import to_shape
from shapely import Point

from models.base import CodeList, CodeType

CODED = (CodeType, CodeList, sa.Boolean, sa.Integer, sa.Date, sa.DateTime, sa.Time)
DEGREES = 5  # decimals of a degree: about one metre


def is_text(kind: object) -> bool:
    """Whether a column of this type holds words or a place: what may give an address away."""
    return not isinstance(kind, CODED)


def stored(value: Any) -> Any:
    """As JSON keeps it; nothing typed and nothing stored are the same."""
    if isinstance(value, WKBElement | WKTElement):
        shape = to_shape(value)
        assert isinstance(shape, Point)
        return [round(shape.x, DEGREES), round(shape.y, DEGREES)]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [stored(one) for one in value] or None
    return None if value == "" else value
