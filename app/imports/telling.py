"""Sentences about runs, for the command line."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.filters import moment, number, plural
from app.imports.progressing import results
from models.codes.imports import Outcome, RunState, Step
from models.imports import ImportRow, ImportRun
from models.organization import Site


def preview(run: ImportRun) -> Iterator[str]:
    """What a file would do."""
    if run.error:
        yield from stopped(run)
        return
    told = [f"{one.label.lower()} {number(run.counted.get(one.value, 0))}" for one in Outcome]
    yield f"{run.file_name}, import n° {run.id} : {', '.join(told)}."
    yield from (f"  {note}" for note in run.notes)
    if remarks := run.counted.get("REMARK", 0):
        yield f"  {plural(remarks, 'ligne')} avec une valeur laissée de côté (point, téléphone…)."


def stopped(run: ImportRun) -> Iterator[str]:
    """Why it did not go on, and how it may."""
    yield f"{run.file_name} : {run.error}"
    if run.stopped_stage is RunState.UNDOING:
        yield f"  Pour reprendre : flask import undo {run.id}."
    elif run.stopped_stage:
        yield "  Pour reprendre : la même commande."
    if run.stopped_stage is RunState.APPLYING:
        yield f"  Pour annuler ce qui est importé : flask import undo {run.id}."


def result(session: Session, run: ImportRun) -> Iterator[str]:
    """What it did, and why it stopped if it did."""
    if run.stopped_stage:
        yield from stopped(run)
        return
    done = results(session, run)
    if done.created + done.changed == 0:
        yield "  Rien n'a changé."
    else:
        told = [
            plural(done.created, "ligne créée", "lignes créées"),
            plural(done.changed, "modifiée", "modifiées"),
            f"{plural(done.left, 'laissée', 'laissées')} de côté",
        ]
        yield f"  {', '.join(told)}."


def undone(session: Session, run: ImportRun) -> Iterator[str]:
    """What was taken back, and what stays."""
    if run.stopped_stage:
        yield from stopped(run)
        return
    done = results(session, run)
    yield f"Import n° {run.id} annulé : {plural(done.undone, 'ligne reprise', 'lignes reprises')}."
    if kept := done.kept:
        yield f"{plural(kept, 'ligne gardée', 'lignes gardées')}, modifiée ou utilisée depuis :"
        lines = sa.select(ImportRow).where(ImportRow.run_id == run.id, ImportRow.step == Step.KEPT)
        for row in session.scalars(lines.order_by(ImportRow.n).limit(20)):
            yield f"  ligne {row.line}, {row.name} : {row.note}"


def in_a_line(run: ImportRun) -> str:
    """One run in a list."""
    return f"{run.id}  {moment(run.created_at)}  {run.label}  {run.file_name}  ({run.account_name})"


def network(session: Session) -> Iterator[str]:
    """How many sites there now are, and on the map."""
    total, located = session.execute(
        sa.select(sa.func.count(), sa.func.count(Site.public_point)).select_from(Site)
    ).one()
    yield f"{number(total)} sites dans l'annuaire, dont {number(located)} avec des coordonnées."
