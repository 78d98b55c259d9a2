"""Keeps the network's copies: what changed is copied again, and counted where it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.claims import together
from app.claims.availability import availability
from app.claims.sums import Availability
from app.network import totals_keeping
from models.base import now, today
from models.capacity import PlaceLot
from models.network import NetworkVersion, OfferState, OfferTouched
from models.offer import Offer
from search.network import cells, copies, days

BATCH = 1_000
# Two who count the same square at once would each miss what the other writes.
ALONE = 5_411_310
Where = tuple[Any, ...]


def refresh(session: Session, *, limit: int = BATCH) -> int:
    """Copy again at most so many offers that changed or whose time has come, and count them."""
    if not session.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(ALONE))):
        return 0
    ids = _touched(session, limit)
    if len(ids) < limit:
        ids |= _due(session, limit - len(ids))
    if ids:
        _recount(session, _copy(session, sorted(ids)))
    return len(ids)


def refresh_all(session: Session) -> int:
    """Copy every offer anew and count everything; what changes meanwhile stays marked."""
    session.execute(sa.select(sa.func.pg_advisory_xact_lock(ALONE)))
    session.execute(sa.delete(OfferTouched))
    done, last = 0, 0
    while ids := _after(session, last):
        _copy(session, ids)
        done, last = done + len(ids), ids[-1]
    cells.recount_all(session)
    days.start(session, today())
    totals_keeping.keep_all(session, today())
    _turn(session)
    return done


def _touched(session: Session, limit: int) -> set[int]:
    """Take marks away, the oldest first; those of a transaction under way are not seen yet."""
    oldest = sa.select(OfferTouched.id).order_by(OfferTouched.id).limit(limit)
    taken = sa.delete(OfferTouched).where(OfferTouched.id.in_(oldest))
    return set(session.scalars(taken.returning(OfferTouched.offer_id)))


def _due(session: Session, limit: int) -> set[int]:
    due = sa.select(OfferState.offer_id).where(OfferState.due_again_at <= now())
    return set(session.scalars(due.order_by(OfferState.due_again_at).limit(limit)))


def _after(session: Session, last: int) -> Sequence[int]:
    ids = sa.select(Offer.id).where(Offer.id > last).order_by(Offer.id).limit(BATCH)
    return session.scalars(ids).all()


def _copy(session: Session, ids: Sequence[int]) -> set[Where]:
    """Write the copies of these offers, drop those not shown; where they counted and now count."""
    before = sa.select(*copies.WHERE).where(copies.STATE.c.offer_id.in_(ids))
    where = {tuple(row) for row in session.execute(before)}
    where |= {tuple(row) for row in session.execute(copies.write(), _counted(session, ids))}
    session.execute(_hide(ids))
    return where


def _hide(ids: Collection[int]) -> sa.Delete:
    shown = sa.select(Offer.id).where(Offer.id.in_(ids), Offer.publication.in_(copies.SHOWN))
    return sa.delete(OfferState).where(
        OfferState.offer_id.in_(ids), OfferState.offer_id.not_in(shown)
    )


def _counted(session: Session, ids: Sequence[int]) -> dict[str, list[Any]]:
    """What the lots of each offer have free, one list per column."""
    lots = sa.select(PlaceLot.id, PlaceLot.offer_id).where(PlaceLot.offer_id.in_(ids))
    owners = {row.id: row.offer_id for row in session.execute(lots)}
    counts: dict[int, list[Availability]] = defaultdict(list)
    for lot_id, one in availability(session, owners).items():
        counts[owners[lot_id]].append(one)
    rows = [(offer_id, *summed(counts[offer_id])) for offer_id in ids]
    return dict(zip(copies.COUNTED, map(list, zip(*rows, strict=True)), strict=True))


def summed(counts: Sequence[Availability]) -> tuple[str, int | None, int, int, int, int]:
    """Sign, places free (None: to be confirmed), places, open, held, placements."""
    sign = together.sign(counts)
    free = 0 if sign == "suspended" else together.free(counts)
    return (
        sign,
        None if sign == "unknown" else free,
        sum(one.places for one in counts),
        sum(one.open for one in counts),
        sum(one.reservations for one in counts),
        sum(one.placements for one in counts),
    )


def _recount(session: Session, where: Iterable[Where]) -> None:
    where = list(where)
    cells.recount(session, ((x, y) for x, y, *_ in where if x is not None))
    days.recount(session, today(), ((code, str(family)) for *_, code, family in where))
    totals_keeping.keep(session, today(), {code for *_, code, _ in where})
    _turn(session)


def _turn(session: Session) -> None:
    """Say that what the map drew so far is no longer true."""
    session.execute(sa.update(NetworkVersion).values(version=NetworkVersion.version + 1))
