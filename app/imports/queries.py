"""Reads of imports: runs, lines, counts; whose turn it is."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.imports import UNDER_WAY, Outcome, RunState, Step
from models.imports import ImportPart, ImportRow, ImportRun

PLAN_ANEW = sa.text("SET LOCAL plan_cache_mode = 'force_custom_plan'")
# Two runs that bring the same partner at once would both find that nobody knows it.
ALONE = 5_411_357


def next_turn(session: Session, run_id: int, state: RunState) -> ImportRun | None:
    """The run, locked, if it still is in this state: two workers never do the same batch.

    Batches that write in the directory go one after the other, whatever their runs.
    Statements are planned anew in each batch: the first ones found the tables nearly empty.
    """
    session.execute(PLAN_ANEW)
    if state is not RunState.READING:
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(ALONE)))
    found = sa.select(ImportRun).where(ImportRun.id == run_id, ImportRun.state == state)
    fresh = found.with_for_update(of=ImportRun).execution_options(populate_existing=True)
    return session.scalars(fresh).one_or_none()


def last_line(session: Session, run_id: int) -> int:
    """How many lines were read: they are numbered from one, without a gap."""
    last = sa.select(sa.func.max(ImportRow.n)).where(ImportRow.run_id == run_id)
    return session.scalar(last) or 0


def counts(session: Session, run_id: int) -> dict[str, int]:
    """Lines by outcome, and those with a remark."""
    by_outcome = (
        sa.select(ImportRow.outcome, sa.func.count())
        .where(ImportRow.run_id == run_id)
        .group_by(ImportRow.outcome)
    )
    counted = {outcome.value: number for outcome, number in session.execute(by_outcome)}
    remarked = sa.select(sa.func.count()).where(ImportRow.run_id == run_id, has_remarks())
    return counted | {"REMARK": session.scalar(remarked) or 0}


def recount(session: Session, run: ImportRun) -> None:
    """Keep the counts of its lines."""
    run.counted = counts(session, run.id)


def has_remarks() -> sa.ColumnElement[bool]:
    """A value of it was left out, and it goes in all the same.

    A doubtful line that is like no record only says which line it follows.
    """
    return sa.and_(
        ImportRow.faults != sa.literal([], ImportRow.faults.type),
        ImportRow.outcome != Outcome.REJECT,
        sa.or_(
            ImportRow.outcome != Outcome.DOUBT,
            ImportRow.twins != sa.literal([], ImportRow.twins.type),
        ),
    )


def steps(session: Session, run_id: int) -> dict[tuple[Outcome, Step], int]:
    """Lines by outcome and step."""
    by_step = (
        sa.select(ImportRow.outcome, ImportRow.step, sa.func.count())
        .where(ImportRow.run_id == run_id)
        .group_by(ImportRow.outcome, ImportRow.step)
    )
    return {(outcome, step): number for outcome, step, number in session.execute(by_step)}


def waiting(run_id: int, most: int) -> sa.Select[Any]:
    """The next lines to put in, in the order of the file."""
    lines = sa.select(ImportRow).where(ImportRow.run_id == run_id, ImportRow.step == Step.WAITING)
    return lines.order_by(ImportRow.n).limit(most)


def to_undo(run_id: int, most: int) -> sa.Select[Any]:
    """The last lines put in that made or changed something."""
    lines = sa.select(ImportRow).where(
        ImportRow.run_id == run_id,
        ImportRow.step == Step.DONE,
        ImportRow.outcome != Outcome.SAME,
    )
    return lines.order_by(ImportRow.n.desc()).limit(most)


def under_way() -> sa.Select[int]:
    """Runs for which a worker has something to do, the oldest first.

    A file given to the command line is read there: it was not sent to the database.
    """
    sent = sa.exists().where(ImportPart.run_id == ImportRun.id)
    mine = sa.and_(ImportRun.state == RunState.READING, sent)
    rest = ImportRun.state.in_(UNDER_WAY - {RunState.READING})
    return sa.select(ImportRun.id).where(mine | rest).order_by(ImportRun.id)


def being_read() -> sa.Select[int]:
    """Runs whose file is not read to its end."""
    return sa.select(ImportRun.id).where(ImportRun.state == RunState.READING)


def unfinished(sha256: str, origin: str, *, dry_run: bool) -> sa.Select[ImportRun]:
    """Runs of the command line over this very file that were stopped half-way.

    Those of which something may already be in are none of a dry run's business.
    """
    stages = {RunState.READING, RunState.PREVIEWED} | (set() if dry_run else {RunState.APPLYING})
    return sa.select(ImportRun).where(
        ImportRun.file_sha256 == sha256,
        ImportRun.origin == origin,
        ImportRun.account_id.is_(None),
        ImportRun.state.in_(stages) | ImportRun.stopped_stage.in_(stages),
    )


def latest() -> sa.Select[ImportRun]:
    """The last runs first."""
    return sa.select(ImportRun).order_by(ImportRun.id.desc())


def same_file(run: ImportRun) -> sa.Select[ImportRun]:
    """The last time this very file was imported for the same territory."""
    return (
        latest()
        .where(ImportRun.file_sha256 == run.file_sha256, ImportRun.origin == run.origin)
        .where(ImportRun.state == RunState.APPLIED, ImportRun.id < run.id)
        .limit(1)
    )
