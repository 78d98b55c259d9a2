"""Verbs on what partners say of their places; every one locks the lot by writing it first."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session, object_session

from app.claims.availability import availability
from app.claims.queries import live_claims
from models.account import Account
from models.base import now
from models.capacity import CapacityReport, PlaceClaim, PlaceLot
from models.codes.claims import LotState, Sharing
from models.codes.freshness import figures_hold_days
from models.codes.organization import Channel
from models.offer import Offer

# What a report copies of the lot as it now stands.
AS_THE_LOT = ("places", "open", "state", "valid_until")


class ChangedMeanwhile(Exception):
    """The figures or the claims are no longer those that were shown."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """Who says it, to whom and how: `by` is signed in, `said_by` is who was heard."""

    by: Account
    channel: Channel = Channel.PARTNER_PORTAL
    said_by: str | None = None
    note: str | None = None
    at: dt.datetime | None = None


def report(
    lot: PlaceLot,
    *,
    answer: int,
    said: Said,
    seen: str | None = None,
    state: LotState = LotState.OPEN,
) -> CapacityReport:
    """Store how many places there are beyond the live claims, which it counts itself.

    A shared lot grants min(places, live claims + answer); a dedicated one then has that many.
    """
    claims = lock(lot, seen)
    wanted = len(claims) + answer
    is_shared = lot.sharing is Sharing.SHARED
    if not is_shared:
        lot.places = wanted
    lot.open, lot.state = min(lot.places, wanted), state
    return _keep(lot, claims, answer, said, is_clamped=wanted > lot.places)


def full(lot: PlaceLot, *, said: Said, seen: str | None = None) -> CapacityReport:
    """« Complet »: nothing beyond the live claims; a waiting list stays one."""
    is_waiting = lot.state is LotState.WAITING_LIST
    state = LotState.WAITING_LIST if is_waiting else LotState.OPEN
    return report(lot, answer=0, said=said, seen=seen, state=state)


def unchanged(lot: PlaceLot, *, said: Said, seen: str | None = None) -> CapacityReport:
    """« Inchangé »: the same figures hold for as long again."""
    claims = lock(lot, seen)
    return _keep(lot, claims, max(lot.open - len(claims), 0), said)


def set_places(
    lot: PlaceLot, places: int, *, said: Said, seen: str | None = None
) -> CapacityReport:
    """Change the size of a lot, even below its live claims: shown as over, blocks new promises."""
    claims = lock(lot, seen)
    is_shared = lot.sharing is Sharing.SHARED
    lot.open = min(lot.open, places) if is_shared else places
    lot.places = places
    return _keep(lot, claims, max(lot.open - len(claims), 0), said)


def lock(lot: PlaceLot, seen: str | None = None) -> list[PlaceClaim]:
    """Write the lot, so that claims and reports wait their turn, then read its live claims."""
    session = _session_of(lot)
    touch = sa.update(PlaceLot).where(PlaceLot.id == lot.id)
    session.execute(
        touch.values(claimed_at=sa.func.clock_timestamp()),
        execution_options={"synchronize_session": False},
    )
    session.refresh(lot)
    if seen is not None and seen != availability(session, [lot.id])[lot.id].version:
        raise ChangedMeanwhile
    return list(session.scalars(live_claims(lot.id)))


def _keep(
    lot: PlaceLot, claims: list[PlaceClaim], answer: int, said: Said, *, is_clamped: bool = False
) -> CapacityReport:
    at, who = said.at or now(), said.said_by or said.by.name
    lot.valid_until = at + _holds_for(lot.offer)
    lot.offer.confirm(said_by=who, channel=said.channel, at=at)
    kept = CapacityReport(
        lot_id=lot.id,
        reported_at=at,
        reported_by=who,
        account_id=said.by.id,
        channel=said.channel,
        claims_shown=[claim.id for claim in claims],
        answer=answer,
        is_clamped=is_clamped,
        note=said.note,
        **{name: getattr(lot, name) for name in AS_THE_LOT},
    )
    session = _session_of(lot)
    session.add(kept)
    session.flush()
    session.expire(lot, ["reports"])
    return kept


def _holds_for(offer: Offer) -> dt.timedelta:
    return dt.timedelta(days=offer.confirm_days or figures_hold_days(offer.family))


def _session_of(lot: PlaceLot) -> Session:
    session = object_session(lot)
    assert session is not None
    return session
