"""The worker's part: whatever run is under way goes on, batch after batch."""

import time
from contextlib import closing

import structlog
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.imports import queries, stages, stopping
from app.imports.files import Files
from app.traces import raised
from app.worker.schedule import scheduled
from models.imports import ImportRun

log = structlog.get_logger()
files = Files()
# A job leaves the rest to the next one: holds expire and mail leaves in between.
LONGEST_S = 20


@scheduled("* * * * * */2")
def go_on(session: Session) -> int:
    """Each run that is under way, for some seconds; every batch is a transaction of its own.

    Nothing that matters is kept between two jobs: a worker killed in the middle loses one batch.
    """
    end = time.monotonic() + LONGEST_S
    waiting = session.scalars(queries.under_way()).all()
    done = sum(_alone(session, run_id, end) for run_id in waiting)
    files.clear(session)
    return done


def _alone(session: Session, run_id: int, end: float) -> int:
    """One run; what goes wrong is logged and tried again; the others have their turn."""
    try:
        return _advance(session, run_id, end)
    except Exception as error:
        session.rollback()
        log.error("import stopped", run=run_id, **raised(error))
        return 0


def _advance(session: Session, run_id: int, end: float) -> int:
    """How many batches were done before it was time to leave, or before no try was left."""
    run = session.get_one(ImportRun, run_id)
    can_go_on = stopping.try_once_more(session, run)
    session.commit()
    return _batches(session, run, end) if can_go_on else 0


def _batches(session: Session, run: ImportRun, end: float) -> int:
    done = 0
    with acting_as(run.account_id):
        path = files.path_of(session, run)
        session.commit()
        with closing(stages.go_on(session, run.id, path)) as stage:
            for _ in stage:
                stopping.succeeded(run)
                session.commit()
                done += 1
                if time.monotonic() > end:
                    break
        stopping.succeeded(run)
        session.commit()
    return done
