"""Reads the offers of a scope as columns, in one statement that gives one value."""

from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.columns import ASKED, PACKED, RANKED, SENT, Column, Flag, mask
from search.engine import Reach, SearchRequest
from search.postgresql import ground
from search.postgresql.rows import Kept, Rows, gathered, in_pieces, sent
from search.postgresql.scope import Scope


def read(session: Session, scope: Scope) -> Rows:
    """Every offer where the request looks that has its words, as `ASKED` lays them out.

    How well each matches is told by `rank`, once some were set aside, if some may be.
    """
    request = scope.request
    found = sent(session, statement(scope), SENT if _is_ranked_at_once(scope) else PACKED)
    rows = np.zeros(len(found), ASKED)
    for name in found.dtype.names or ():
        rows[name] = found[name]
    if request.place is None:
        return rows
    rows["away"] = ground.away(request.place, rows)
    return rows[_is_asked(session, request, rows)]


def rank(session: Session, scope: Scope, rows: Rows) -> Rows:
    """The same offers with the kind of match of each."""
    if not scope.is_worded or _is_ranked_at_once(scope) or not len(rows):
        return rows
    ids = OfferSearch.offer_id == sa.any_(sa.cast(rows["id"].tolist(), ARRAY(sa.BigInteger)))
    number = sa.func.int8send(OfferSearch.offer_id)
    told = sent(session, gathered(number.op("||")(_tier(scope))).where(ids), RANKED)
    told = told[np.argsort(told["id"])]
    # One may be gone since it was read.
    ranked = rows[np.isin(rows["id"], told["id"])]
    ranked["tier"] = told["tier"][np.searchsorted(told["id"], ranked["id"])]
    return ranked


def statement(scope: Scope) -> sa.Select[bytes]:
    """All of them in one value: a row each would take ten times longer."""
    packed: sa.ColumnElement[Any] = sa.type_coerce(OfferSearch.compact, BYTEA)
    if _is_ranked_at_once(scope):
        packed = packed.op("||")(_tier(scope))
    # Another release packed its rows otherwise: they wait to be written again.
    is_ours = sa.func.octet_length(OfferSearch.compact) == PACKED.itemsize
    return in_pieces(gathered(packed).where(is_ours, *scope.conditions))


def _is_ranked_at_once(scope: Scope) -> bool:
    """Each is shown or counted: to ask again of each would be dearer."""
    return scope.is_worded and not scope.request.is_narrowed


def _tier(scope: Scope) -> sa.ColumnElement[Any]:
    return sa.func.int2send(sa.cast(scope.tier, sa.SmallInteger))


def _is_asked(session: Session, request: SearchRequest, rows: Rows) -> Kept:
    """In the radius; from afar, at a distance or out of the radius."""
    is_within = ground.within(session, request, rows)
    if request.reach is Reach.NEAR:
        return is_within
    is_remote: Kept = (rows["facts"] & mask(Column.FLAGS, [Flag.REMOTE])) != 0
    return ~is_within | is_remote
