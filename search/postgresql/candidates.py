"""Reads the offers of a scope as columns, in one statement that gives one value."""

from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import BYTEA
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.columns import ASKED, PACKED
from search.postgresql import filters
from search.postgresql.scope import Scope

Rows = npt.NDArray[np.void]


def read(session: Session, scope: Scope) -> Rows:
    """Every offer where the request looks that has its words, as `ASKED` lays them out."""
    place = scope.request.place
    is_plain = scope.words == [] and place is None
    packed: sa.ColumnElement[Any] = sa.type_coerce(OfferSearch.packed, BYTEA)
    if not is_plain:
        away = sa.literal(0.0, sa.Float) if place is None else filters.away(place)
        for asked in (sa.func.float8send(away), _small(scope.tier)):
            packed = packed.op("||", return_type=BYTEA())(asked)
    together = sa.func.string_agg(packed, sa.cast(b"", BYTEA))
    found = session.scalar(sa.select(together).where(*scope.conditions)) or b""
    return _widened(found) if is_plain else np.frombuffer(found, ASKED)


def _small(number: sa.ColumnElement[int]) -> sa.ColumnElement[Any]:
    return sa.func.int2send(sa.cast(number, sa.SmallInteger))


def _widened(found: bytes) -> Rows:
    """Nothing was asked of words nor of a place: all match alike, from nowhere."""
    rows = np.frombuffer(found, PACKED)
    wide = np.zeros(len(rows), ASKED)
    for name in PACKED.names or ():
        wide[name] = rows[name]
    return wide
