"""Verbs on place claims, shared by several capabilities: hold, take, move, release.

The database's guard has the last word: a promise beyond what the lot grants raises `PlaceTaken`.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, object_session

from models.base import now
from models.capacity import LIVE_STATES, PlaceClaim, PlaceLot
from models.codes.claims import ClaimState, Sharing

TAKEN_MEANWHILE = frozenset({"MA001", "40001"})
HOLD_DAYS = 7


class PlaceTaken(Exception):
    """No unit of the lot is free on these days; somebody was quicker, or the host has fewer."""


def days(starts_on: dt.date, ends_on: dt.date) -> Range[dt.date]:
    """The half-open range that holds every day from the first to the last, both included."""
    return Range(starts_on, ends_on + dt.timedelta(days=1), bounds="[)")


def hold(
    session: Session, lot: PlaceLot, *, unit_id: int, starts_on: dt.date, ends_on: dt.date
) -> PlaceClaim:
    """Hold one unit of a lot for some days; raises `PlaceTaken`."""
    claim = PlaceClaim(
        lot_id=lot.id,
        unit_id=unit_id,
        state=ClaimState.HELD,
        during=days(starts_on, ends_on),
        expires_at=now() + dt.timedelta(days=HOLD_DAYS),
    )
    with guarded(session):
        session.add(claim)
        session.flush()
    return claim


def take(claim: PlaceClaim) -> None:
    """Turn a hold into a taken place; an expired one is checked in full and may raise."""
    with guarded(_session_of(claim)) as session:
        claim.move_to(ClaimState.TAKEN)
        claim.taken_at = now()
        session.flush()


def move(claim: PlaceClaim, *, starts_on: dt.date, ends_on: dt.date) -> None:
    """Change the days of a claim; only the days added are checked, and may raise `PlaceTaken`."""
    with guarded(_session_of(claim)) as session:
        claim.during = days(starts_on, ends_on)
        session.flush()


def prolong_hold(claim: PlaceClaim, *, until: dt.datetime) -> None:
    """Let a hold live longer, as when the partner has accepted and we have not yet confirmed."""
    with guarded(_session_of(claim)) as session:
        claim.expires_at = until
        session.flush()


def release(claim: PlaceClaim, *, is_returned: bool = True) -> None:
    """Give the unit back; a shared place that is not returned to the network lowers `open`."""
    if claim.state not in LIVE_STATES:
        return
    claim.move_to(ClaimState.RELEASED)
    claim.is_returned = is_returned
    session = _session_of(claim)
    session.flush()
    if not is_returned:
        shrink = sa.update(PlaceLot).where(
            PlaceLot.id == claim.lot_id, PlaceLot.sharing == Sharing.SHARED, PlaceLot.open > 0
        )
        session.execute(shrink.values(open=PlaceLot.open - 1))


@contextmanager
def guarded(session: Session) -> Iterator[Session]:
    """Undo only this change when the guard refuses it, and say so as `PlaceTaken`.

    What is changed before is flushed first, outside: only what is changed within can be undone.
    """
    try:
        with session.begin_nested():
            yield session
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in TAKEN_MEANWHILE:
            raise PlaceTaken from error
        raise


def _session_of(claim: PlaceClaim) -> Session:
    session = object_session(claim)
    assert session is not None
    return session
