"""The three stages of a run, batch after batch: each gives how far it is, the caller commits."""

from collections.abc import Generator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports import queries
from app.imports.admitting import put_in
from app.imports.reading import read
from app.imports.undoing import undo_lines
from models.codes.imports import RunState
from models.imports import ImportPart, ImportRun

AT_ONCE = 500

__all__ = ["apply", "read", "undo"]


def apply(session: Session, run_id: int) -> Generator[int]:
    """Put in what waits; killed between two batches, it goes on with the next one."""
    done = 0
    while run := queries.next_turn(session, run_id, RunState.APPLYING):
        rows = list(session.scalars(queries.waiting(run_id, AT_ONCE)))
        if rows:
            put_in(session, run, rows)
        else:
            session.execute(sa.delete(ImportPart).where(ImportPart.run_id == run_id))
            run.move_to(RunState.APPLIED)
        done += len(rows)
        yield done


def undo(session: Session, run_id: int) -> Generator[int]:
    """Take back what was put in, the last lines first."""
    done = 0
    while run := queries.next_turn(session, run_id, RunState.UNDOING):
        rows = list(session.scalars(queries.to_undo(run_id, AT_ONCE)))
        if rows:
            undo_lines(session, run, rows)
        else:
            run.move_to(RunState.UNDONE)
        done += len(rows)
        yield done


def go_on(session: Session, run_id: int, path: Path) -> Generator[int]:
    """Whatever stage the run is at."""
    state = session.get_one(ImportRun, run_id).state
    if state is RunState.READING:
        return read(session, run_id, path)
    return apply(session, run_id) if state is RunState.APPLYING else undo(session, run_id)
