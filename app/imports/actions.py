"""Verbs on runs: start, decide, apply, drop, undo; none authorises nor commits."""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports import mappings, since
from models.account import Account
from models.codes.imports import Doubts, RunState, Step
from models.imports import ImportPart, ImportRow, ImportRun
from models.lifecycle import IllegalMove

CHUNK = 1_000_000
COMMAND_LINE = "Ligne de commande"


def start(
    session: Session,
    path: Path,
    *,
    file_name: str,
    by: Account | None,
    territory: Collection[str] | None,
    origin: str,
) -> ImportRun:
    """A run that waits to be read; for all of France when no territory is given."""
    run = ImportRun(
        account_id=by and by.id,
        account_name=by.name if by else COMMAND_LINE,
        territory=None if territory is None else sorted(territory),
        origin=origin,
        file_name=file_name,
        file_sha256=digest(path),
        file_size=path.stat().st_size,
        state=RunState.READING,
        doubts=Doubts.LEAVE,
    )
    session.add(run)
    session.flush()
    return run


def digest(path: Path) -> str:
    """What tells this file from any other."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep_file(session: Session, run: ImportRun, path: Path) -> None:
    """In pieces of a megabyte, for a worker that may be on another machine."""
    with path.open("rb") as file:
        for n, chunk in enumerate(iter(lambda: file.read(CHUNK), b"")):
            session.execute(sa.insert(ImportPart).values(run_id=run.id, n=n, content=chunk))


def write_file(session: Session, run_id: int, path: Path) -> None:
    """Put the pieces together again."""
    pieces = sa.select(ImportPart.content).where(ImportPart.run_id == run_id)
    with path.open("wb") as file:
        for chunk in session.scalars(pieces.order_by(ImportPart.n).execution_options(yield_per=4)):
            file.write(chunk)


def read_again(session: Session, run: ImportRun, mapping: Mapping[str, str]) -> None:
    """With the columns understood as somebody now says, which is remembered."""
    run.move_to(RunState.READING)
    run.mapping = dict(mapping)
    mappings.remember(session, run.origin, run.headings, mapping)
    session.execute(sa.delete(ImportRow).where(ImportRow.run_id == run.id))


def apply(run: ImportRun, *, doubts: Doubts) -> None:
    """Put in what is sure, and the doubtful lines as somebody said."""
    run.doubts = doubts
    run.move_to(RunState.APPLYING)


def resume(run: ImportRun) -> None:
    """Try again the stage at which it stopped; `IllegalMove` if it did not."""
    if run.stopped_stage is None:
        raise IllegalMove(run.state, RunState.APPLYING)
    run.move_to(run.stopped_stage)


def drop(session: Session, run: ImportRun) -> None:
    """Nothing of it goes in; its lines and its file are forgotten."""
    run.move_to(RunState.DROPPED)
    for table in (ImportRow, ImportPart):
        session.execute(sa.delete(table).where(table.run_id == run.id))


def undo(run: ImportRun) -> None:
    """Take back what it put in."""
    run.move_to(RunState.UNDOING)


def ask_again(session: Session, run: ImportRun) -> None:
    """Lines decided after the others went in wait for their turn."""
    left = sa.update(ImportRow).where(ImportRow.run_id == run.id, since.decided_since())
    session.execute(left.values(step=Step.WAITING))
