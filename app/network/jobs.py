"""The jobs that keep the network's copies at most a minute old, and begin each day."""

import time

from sqlalchemy.orm import Session

from app.network import totals_keeping
from app.network.refreshing import BATCH, refresh
from app.worker.schedule import scheduled
from models.base import today
from search.network import days

# A run leaves the rest to the next one: holds expire and mail leaves in between.
LONGEST_S = 40


@scheduled("* * * * *")
def follow_changes(session: Session) -> int:
    """Copy what changed, batch after batch, each in a transaction of its own."""
    done, end = 0, time.monotonic() + LONGEST_S
    while time.monotonic() < end and (some := refresh(session, limit=BATCH)):
        session.commit()
        done += some
    return done


@scheduled("5 0 * * *")
def begin_day(session: Session) -> int:
    """Write the totals of the new day whole, and forget the oldest ones."""
    days.start(session, today())
    days.forget(session, today())
    totals_keeping.keep_all(session, today())
    return 1
