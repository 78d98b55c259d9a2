"""A session under the worker's role, for the commands that do at once what its jobs do."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.config import settings


@contextmanager
def as_worker() -> Iterator[Session]:
    """One transaction of the worker, committed at the end."""
    engine = sa.create_engine(**settings().for_worker().engine())
    with Session(engine) as session, session.begin():
        yield session
    engine.dispose()
