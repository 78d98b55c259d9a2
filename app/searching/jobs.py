"""The job that keeps the copy of another engine in step, seconds after each change."""

import time

import structlog
from flask import current_app
from sqlalchemy.orm import Session

from app.worker.schedule import scheduled
from search import copy

log = structlog.get_logger()
# A run leaves the rest to the next one: holds expire and mail leaves in between.
LONGEST_S = 20


@scheduled("* * * * * */5")
def copy_changes(session: Session) -> int:
    """Send what waits, batch after batch, each in a transaction of its own."""
    done, end = 0, time.monotonic() + LONGEST_S
    chosen = copy.chosen(current_app.config)
    while time.monotonic() < end and (some := chosen.send(session)):
        session.commit()
        done += some
    return done
