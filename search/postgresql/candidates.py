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
    found = session.scalar(statement(scope)) or b""
    return _widened(found) if _is_plain(scope) else np.frombuffer(found, ASKED)


def statement(scope: Scope) -> sa.Select[bytes]:
    """All of them in one value: a row each would take ten times longer."""
    place = scope.request.place
    packed: sa.ColumnElement[Any] = sa.type_coerce(OfferSearch.packed, BYTEA)
    if not _is_plain(scope):
        away = sa.literal(0.0, sa.Float) if place is None else filters.away(place)
        for asked in (sa.func.float8send(away), _small(scope.tier)):
            packed = packed.op("||", return_type=BYTEA())(asked)
    together = sa.func.string_agg(packed, sa.cast(b"", BYTEA), type_=BYTEA)
    return sa.select(together).where(*scope.conditions)


def _is_plain(scope: Scope) -> bool:
    """Neither words nor a place: an index alone answers."""
    return scope.words == [] and scope.request.place is None


def _small(number: sa.ColumnElement[int]) -> sa.ColumnElement[Any]:
    return sa.func.int2send(sa.cast(number, sa.SmallInteger))


def _widened(found: bytes) -> Rows:
    """Nothing was asked of words nor of a place: all match alike, from nowhere."""
    rows = np.frombuffer(found, PACKED)
    wide = np.zeros(len(rows), ASKED)
    for name in PACKED.names or ():
        wide[name] = rows[name]
    return wide
