"""For whom the database session acts: row-level security reads it from each transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import sqlalchemy as sa
from sqlalchemy.orm import Session, SessionTransaction

acting_id: ContextVar[int | None] = ContextVar("acting_id", default=None)


class ActingSession(Session):
    """A session whose transactions say, first of all, for which account they act."""


@sa.event.listens_for(ActingSession, "after_begin")
def tell_the_database(
    session: Session, transaction: SessionTransaction, connection: sa.Connection
) -> None:
    """Set the account's plain id; SQL maps it to an active account, savepoints included."""
    if not transaction.nested:
        tell(connection, acting_id.get())


def tell(connection: sa.Connection, account_id: int | None) -> None:
    """Say on this transaction for which account it acts."""
    value = "" if account_id is None else str(account_id)
    connection.execute(sa.text("SELECT set_config('app.account_id', :id, true)"), {"id": value})


@contextmanager
def acting_as(account_id: int | None) -> Iterator[None]:
    """Act for an account in a command, a job or a seed; transactions begun inside are its own."""
    token = acting_id.set(account_id)
    try:
        yield
    finally:
        acting_id.reset(token)
