"""The worker's part: whatever run is under way goes on, batch after batch."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from app.acting import acting_as
from app.imports import actions, queries, stages
from app.worker.schedule import scheduled
from models.codes.imports import RunState
from models.imports import ImportRun

# A job leaves the rest to the next one: holds expire and mail leaves in between.
LONGEST_S = 20


@scheduled("* * * * * */2")
def go_on(session: Session) -> int:
    """Each run that is under way, for some seconds; every batch is a transaction of its own.

    Nothing is kept in memory between two jobs: a worker killed in the middle loses one batch.
    """
    end = time.monotonic() + LONGEST_S
    return sum(
        _advance(session, run_id, end) for run_id in session.scalars(queries.under_way()).all()
    )


def _advance(session: Session, run_id: int, end: float) -> int:
    """How many batches were done before it was time to leave."""
    run = session.get_one(ImportRun, run_id)
    done = 0
    with acting_as(run.account_id), _file(session, run) as path:
        session.commit()
        with closing(stages.go_on(session, run_id, path)) as stage:
            for _ in stage:
                session.commit()
                done += 1
                if time.monotonic() > end:
                    break
        session.commit()
    return done


@contextmanager
def _file(session: Session, run: ImportRun) -> Iterator[Path]:
    """The file of a run, put together again while it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        if run.state is RunState.READING:
            actions.write_file(session, run.id, path)
        yield path
