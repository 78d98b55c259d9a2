"""Keeps what changed in the directory, by whom, in the transaction that changes it."""

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.history import writing


def install() -> None:
    """Follow every ORM session of this process; calling it twice changes nothing."""
    if not event.contains(Session, "after_flush", writing.see):
        event.listen(Session, "after_flush", writing.see)
