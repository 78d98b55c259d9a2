"""Reads the offers of a scope as columns, in one statement that gives one value."""

from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import BYTEA
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.columns import ASKED, PACKED, SENT, Column, Flag, mask
from search.engine import Reach, SearchRequest
from search.postgresql import ground
from search.postgresql.rows import Kept, Rows
from search.postgresql.scope import Scope


def read(session: Session, scope: Scope) -> Rows:
    """Every offer where the request looks that has its words, as `ASKED` lays them out."""
    request, found = scope.request, session.scalar(statement(scope)) or b""
    sent = np.frombuffer(found, SENT if scope.is_worded else PACKED)
    rows = np.zeros(len(sent), ASKED)
    for name in sent.dtype.names or ():
        rows[name] = sent[name]
    if request.place is None:
        return rows
    rows["away"] = ground.away(request.place, rows)
    return rows[_is_asked(session, request, rows)]


def statement(scope: Scope) -> sa.Select[bytes]:
    """All of them in one value: a row each would take ten times longer."""
    packed: sa.ColumnElement[Any] = sa.type_coerce(OfferSearch.compact, BYTEA)
    if scope.is_worded:
        tier = sa.func.int2send(sa.cast(scope.tier, sa.SmallInteger))
        packed = packed.op("||", return_type=BYTEA())(tier)
    together = sa.func.string_agg(packed, sa.cast(b"", BYTEA), type_=BYTEA)
    # Another release packed its rows otherwise: they wait to be written again.
    is_ours = sa.func.octet_length(OfferSearch.compact) == PACKED.itemsize
    return sa.select(together).where(is_ours, *scope.conditions)


def _is_asked(session: Session, request: SearchRequest, rows: Rows) -> Kept:
    """In the radius; from afar, at a distance or out of the radius."""
    is_within = ground.within(session, request, rows)
    if request.reach is Reach.NEAR:
        return is_within
    is_remote: Kept = (rows["facts"] & mask(Column.FLAGS, [Flag.REMOTE])) != 0
    return ~is_within | is_remote
