"""The outbox of search: what changed and waits to be copied into the engine that is not ours."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.base import now
from models.outbox import SearchIndex, SearchOutbox
from models.search import OfferSearch

# Two senders could hand over an older state after a newer one.
ALONE = 5_411_340
LIVE = "offers"


def take_turn(session: Session) -> bool:
    """Whether no other transaction is sending; this one is, until it ends."""
    return bool(session.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(ALONE))))


def wait_turn(session: Session) -> None:
    """Be the one that sends, until the transaction ends."""
    session.execute(sa.select(sa.func.pg_advisory_xact_lock(ALONE)))


def waiting(session: Session, limit: int) -> Sequence[SearchOutbox]:
    """The oldest changes not yet copied, taken from whoever else would read them."""
    oldest = sa.select(SearchOutbox).where(SearchOutbox.error.is_(None)).order_by(SearchOutbox.id)
    return session.scalars(oldest.limit(limit).with_for_update(skip_locked=True)).all()


def settle(
    session: Session, rows: Sequence[SearchOutbox], refused: Mapping[int, str | None]
) -> None:
    """Forget what was copied and what was refused before; set aside what is refused now."""
    offers = {row.offer_id for row in rows}
    set_aside = SearchOutbox.error.is_not(None) & SearchOutbox.offer_id.in_(offers)
    done = SearchOutbox.id.in_([row.id for row in rows])
    session.execute(sa.delete(SearchOutbox).where(done | set_aside))
    put_aside(session, refused)


def put_aside(session: Session, refused: Mapping[int, str | None]) -> None:
    """Keep the offers that the engine would not take, with what it said of them."""
    said = [{"offer_id": key, "error": error or "refus"} for key, error in refused.items()]
    if said:
        session.execute(sa.insert(SearchOutbox), said)


def begin(session: Session) -> None:
    """Note every change from now on; transactions under way are waited for, a few seconds."""
    if session.get(SearchIndex, LIVE) is None:
        session.execute(sa.text("SET LOCAL lock_timeout = '4s'"))
        session.execute(sa.text(f"LOCK TABLE {OfferSearch.__table__} IN SHARE MODE"))
        session.add(SearchIndex(name=LIVE, version="", built_at=None))
        session.flush()


def built(session: Session, version: str) -> None:
    """Say that the copy is whole, and by which settings."""
    index = session.get_one(SearchIndex, LIVE)
    index.version, index.built_at = version, now()


def forget_refusals(session: Session) -> None:
    """Before everything is sent again."""
    session.execute(sa.delete(SearchOutbox).where(SearchOutbox.error.is_not(None)))


def stop(session: Session) -> int:
    """No copy is wanted any more: forget it, and what waited for it."""
    for model in (SearchIndex, SearchOutbox):
        session.execute(sa.delete(model))
    return 0


def is_ready(session: Session, version: str) -> bool:
    """Whether a whole copy was built by these very settings."""
    index = session.get(SearchIndex, LIVE)
    return index is not None and index.built_at is not None and index.version == version


def counts(session: Session) -> tuple[int, int]:
    """How many changes wait, and how many offers were set aside."""
    number: Any = sa.func.count()
    is_aside = SearchOutbox.error.is_not(None)
    return tuple(
        session.execute(
            sa.select(number.filter(~is_aside), number.filter(is_aside)).select_from(SearchOutbox)
        ).one()
    )


def set_aside(session: Session) -> Sequence[SearchOutbox]:
    """The offers that the engine would not take."""
    refused = sa.select(SearchOutbox).where(SearchOutbox.error.is_not(None))
    return session.scalars(refused.order_by(SearchOutbox.id)).all()
