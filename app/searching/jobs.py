"""Jobs that keep search rows in step with the vocabulary, and an engine's copy with the rows."""

import time

import structlog
from flask import current_app
from sqlalchemy.orm import Session

from app.worker.schedule import scheduled
from search import copy
from search.indexing import following

log = structlog.get_logger()
# A run leaves the rest to the next one: holds expire and mail leaves in between.
LONGEST_S = 20
SHORT_S = 5


@scheduled("* * * * * */5")
def copy_changes(session: Session) -> int:
    """Send what waits, batch after batch, each in a transaction of its own."""
    done, end = 0, time.monotonic() + LONGEST_S
    chosen = copy.chosen(current_app.config)
    while time.monotonic() < end and (some := chosen.send(session)):
        session.commit()
        done += some
    return done


@scheduled("* * * * * */10")
def follow_vocabulary(session: Session) -> int:
    """After a release that calls kinds otherwise, write the offers again, some at a time."""
    done, end = 0, time.monotonic() + SHORT_S
    while time.monotonic() < end and (some := following.follow(session)):
        session.commit()
        done += some
    return done
