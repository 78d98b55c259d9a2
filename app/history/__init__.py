"""Keeps what changed in the directory, by whom, in the transaction that changes it."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.history import writing
from app.history.followed import WHOSE


def install() -> None:
    """Follow every ORM session of this process; calling it twice changes nothing."""
    if not event.contains(Session, "after_flush", writing.see):
        event.listen(Session, "after_flush", writing.see)
        for kind in WHOSE:
            _read_before_writing(kind)


def _read_before_writing(kind: type[Any]) -> None:
    """A value is read before another takes its place: the table of its kind may not be yet."""
    for mapper in sa.inspect(kind).self_and_descendants:
        for column in mapper.column_attrs:
            attribute = getattr(mapper.class_, column.key)
            event.listen(attribute, "set", _nothing_more, active_history=True)


def _nothing_more(row: object, value: Any, before: Any, initiator: Any) -> None:
    """Listening is what has the value read."""
