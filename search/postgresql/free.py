"""Which offers have a place free in a window, counted from claims as they now are (design §3)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range
from sqlalchemy.orm import Session

from models.base import today
from models.capacity import LIVE_STATES, PlaceClaim, PlaceLot
from models.codes.claims import ClaimState, LotState
from models.codes.offer import Gender, Household
from search.engine import Audience, SearchRequest, Window
from search.postgresql.filters import said_or_silent
from search.postgresql.rows import gathered, sent

# How an offer ranks: a place is known to be free, nobody can tell, none is.
FREE, UNTOLD, FULL = 0, 1, 2
# What one statement says of many offers at once.
TOLD = np.dtype([("id", ">i8"), ("level", ">i4")])
IDS = sa.bindparam("ids", type_=ARRAY(sa.BigInteger))
FIRST, LAST = (sa.bindparam(name, type_=sa.Date) for name in ("first", "last"))
DAYS: sa.ColumnElement[Any] = sa.func.datemultirange(sa.bindparam("days", type_=DATERANGE))


class Places:
    """What the offers of one search have free, each looked at once."""

    def __init__(self, session: Session, request: SearchRequest) -> None:
        self.session, self.request = session, request
        self.known: dict[int, int | None] = {}

    def levels(self, ids: list[int]) -> list[int]:
        """FREE, UNTOLD or FULL for each of these offers; UNTOLD when it counts no places."""
        if new := [key for key in ids if key not in self.known]:
            self.known |= dict.fromkeys(new)
            asked = _each(self.request.audience), TOLD, _values(self.request, new)
            told = sent(self.session, *asked)
            # An offer is as free as the best of its lots, which comes last.
            told = told[np.argsort(-told["level"])]
            self.known |= dict(zip(told["id"].tolist(), told["level"].tolist(), strict=True))
        return [UNTOLD if (level := self.known[key]) is None else level for key in ids]

    def free(self, ids: list[int]) -> list[int]:
        """Those of these offers that have a unit for them all through the window."""
        self.levels(ids)
        return [key for key in ids if self.known[key] in (FREE, UNTOLD)]


def _values(request: SearchRequest, ids: list[int]) -> dict[str, Any]:
    """What the statement is asked with."""
    window = request.free_in or Window(today(), today())
    days = Range(window.first, window.last, bounds="[]")
    return {"ids": ids, "first": window.first, "last": window.last, "days": days}


@lru_cache(256)
def _each(audience: Audience) -> sa.Select[bytes]:
    """The level of each lot that suits, beside its offer, as `TOLD`; built once."""
    touching = _touching().lateral("touching")
    is_told = sa.func.coalesce(PlaceLot.valid_until >= sa.func.greatest(sa.func.now(), FIRST), True)
    level = sa.case((~_is_free(touching.c.claims), FULL), (is_told, FREE), else_=UNTOLD)
    told = sa.func.int8send(PlaceLot.offer_id).op("||")(sa.func.int4send(level))
    lots = sa.join(PlaceLot, touching, sa.true())
    return (
        gathered(told).select_from(lots).where(PlaceLot.offer_id == sa.any_(IDS), *suits(audience))
    )


def _touching() -> sa.Select[int]:
    """How many live claims of a lot touch the window; nobody asks one that grants nothing."""
    held = sa.func.directory.claim_days(PlaceClaim.state, PlaceClaim.during, PlaceClaim.expires_at)
    return sa.select(sa.func.count().label("claims")).where(
        PlaceClaim.lot_id == PlaceLot.id,
        PlaceLot.open > 0,
        PlaceClaim.state.in_(LIVE_STATES),
        # What can be told cheaply is told first: most claims are over or far ahead.
        sa.func.lower(PlaceClaim.during) <= LAST,
        sa.or_(PlaceClaim.state == ClaimState.TAKEN, sa.func.upper(PlaceClaim.during) > FIRST),
        held.bool_op("&&")(DAYS),
    )


def _is_free(claims: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """Open − peak of live claims is over zero (design §3).

    The peak lies between one and the claims that touch the window; it is seldom worked out.
    """
    is_settled = sa.or_(PlaceLot.open == 1, FIRST == LAST)
    return sa.case(
        (sa.or_(PlaceLot.open == 0, PlaceLot.state == LotState.WAITING_LIST), False),
        (claims < PlaceLot.open, True),
        (is_settled, False),
        else_=sa.func.directory.peak_claims(PlaceLot.id, DAYS) < PlaceLot.open,
    )


def suits(audience: Audience) -> Iterator[sa.ColumnElement[bool]]:
    """A lot for somebody else is not free for them."""
    if audience.gender not in (None, Gender.ANY):
        yield PlaceLot.gender.in_([Gender.ANY, audience.gender])
    if audience.is_couple or audience.with_children:
        named = sa.type_coerce(PlaceLot.households, ARRAY(sa.Text))
        yield said_or_silent(named, _households(audience))


def _households(audience: Audience) -> list[Household]:
    """What a lot that names households must take."""
    if not audience.is_couple:
        return [Household.SINGLE_WITH_CHILDREN, Household.COUPLE_WITH_CHILDREN]
    return [Household.COUPLE_WITH_CHILDREN if audience.with_children else Household.COUPLE]
