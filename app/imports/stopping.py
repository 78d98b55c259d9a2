"""Stops a run that fails at every try: it says so, keeps what went in, can be taken up again."""

import sqlalchemy as sa
import structlog
from sqlalchemy.orm import Session

from app.imports.progressing import results
from models.codes.imports import RunState
from models.imports import ImportRun

log = structlog.get_logger()
# In a row, without a batch done: what passes by itself (a lock, a restart) passes in less.
MOST_TRIES = 5
WHY = "une erreur de l'application, et non du fichier, empêche de continuer."
UNCHANGED = "Rien n'a été changé dans l'annuaire."
SOME_IN = "Ce qui est déjà importé le reste, les autres lignes attendent."
SOME_BACK = "Ce qui est déjà annulé le reste, les autres lignes attendent."
STAGES = {
    RunState.READING: "La lecture du fichier s'est arrêtée",
    RunState.APPLYING: "L'import s'est arrêté",
    RunState.UNDOING: "L'annulation s'est arrêtée",
}


def try_once_more(session: Session, run: ImportRun) -> bool:
    """Count one more try, before it: a worker that it kills has tried. False once it is stopped."""
    if run.tries >= MOST_TRIES:
        stop(session, run.id)
        return False
    run.tries += 1
    return True


def succeeded(run: ImportRun) -> None:
    """A batch is done: the tries are counted anew."""
    run.tries = 0


def stop(session: Session, run_id: int) -> None:
    """Say that it stopped, and what holds; nothing happens to a run that is not under way."""
    wanted = sa.select(ImportRun).where(ImportRun.id == run_id).with_for_update(of=ImportRun)
    run = session.scalars(wanted.execution_options(populate_existing=True)).one()
    if run.state.is_under_way:
        log.error("import given up", run=run_id, stage=run.state.value)
        run.stop(f"{STAGES[run.state]} : {WHY} {_what_holds(session, run)}")


def _what_holds(session: Session, run: ImportRun) -> str:
    if run.state is RunState.UNDOING:
        return SOME_BACK
    done = results(session, run)
    return SOME_IN if done.created + done.changed else UNCHANGED
