"""Keeps the search table in step with the offers, in the transaction that changes them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from search.indexing import changes, following, writing


def install() -> None:
    """Follow every ORM session of this process; calling it twice changes nothing."""
    for name, listener in (("after_flush", _see), ("before_commit", catch_up)):
        if not event.contains(Session, name, listener):
            event.listen(Session, name, listener)


def mark(session: Session, offer_ids: Iterable[int]) -> None:
    """Say that these offers were changed by a statement the session did not see."""
    changes.note(session, (("offer", key) for key in offer_ids))


def catch_up(session: Session) -> None:
    """Write the rows of what changed so far in this transaction."""
    session.flush()
    if ids := changes.take(session):
        writing.write(session, ids)


def reindex(session: Session) -> None:
    """Write every row again, whatever was noted."""
    session.flush()
    session.info.pop(changes.KEY, None)
    writing.rewrite(session)
    following.finish(session)


def _see(session: Session, context: Any) -> None:
    changes.see(session)
