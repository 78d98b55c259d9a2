"""Commands of imports: `flask import run`, `undo`, `list`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import structlog

from app.commanding import Commands
from app.extensions import db
from app.filters import number, plural
from app.imports import actions, queries, stages, stopping, telling
from app.traces import raised
from app.worker.sessions import as_worker
from models.codes.imports import Doubts, RunState
from models.imports import ImportRun
from search.duplicates import find_all

log = structlog.get_logger()
imports = Commands("import", help="Import de partenaires : fichiers lus, comparés, appliqués.")
FILES = click.Path(exists=True, dir_okay=False, path_type=Path)


@imports.command("run")
@click.argument("files", nargs=-1, required=True, type=FILES)
@click.option("--source", "origin", default="", help="De qui est un tableau libre, comme « 69 ».")
@click.option("--dry-run", is_flag=True, help="Lire et comparer, ne rien écrire.")
@click.option(
    "--doubtful",
    type=click.Choice(["create", "leave"]),
    default="create",
    help="Ce que deviennent les lignes douteuses.",
)
def run_files(files: tuple[Path, ...], origin: str, doubtful: str, *, dry_run: bool) -> None:
    """Bring files in, one after the other; a file stopped half-way goes on from there."""
    failed = [
        path for path in files if not bring_in(path, origin, Doubts[doubtful.upper()], dry_run)
    ]
    for line in telling.network(db.session):
        click.echo(line)
    if not dry_run:
        with as_worker() as session:
            found = find_all(session)
        click.echo(f"{plural(found, 'doublon proposé', 'doublons proposés')}.")
    sys.exit(1 if failed else 0)


def bring_in(path: Path, origin: str, doubts: Doubts, dry_run: bool) -> bool:
    """One file; whether it could be read, and put in if it was to be."""
    run_id = begun(path, origin, dry_run)
    follow(stages.read(db.session, run_id, path), f"{path.name} : lecture", run_id)
    run = db.session.get_one(ImportRun, run_id)
    for line in telling.preview(run):
        click.echo(line)
    if run.state is RunState.FAILED:
        return False
    if dry_run and run.state is RunState.PREVIEWED:
        actions.drop(db.session, run)
    elif run.state is RunState.PREVIEWED:
        actions.apply(run, doubts=doubts)
    db.session.commit()
    return finish(run_id, path)


def begun(path: Path, origin: str, dry_run: bool) -> int:
    """The run of this file that was stopped half-way, else a new one."""
    alike = queries.unfinished(actions.digest(path), origin, dry_run=dry_run)
    known = db.session.scalars(alike).first()
    if known and known.stopped_stage:
        actions.resume(known)
    run = known or actions.start(
        db.session, path, file_name=path.name, by=None, territory=None, origin=origin
    )
    run_id = run.id
    db.session.commit()
    return run_id


def finish(run_id: int, path: Path) -> bool:
    """Put in what is to be, previewed now or before a stop; whether nothing stopped it."""
    run = db.session.get_one(ImportRun, run_id)
    if run.state is RunState.APPLYING:
        follow(stages.apply(db.session, run_id), f"{path.name} : import", run_id)
        for line in telling.result(db.session, run):
            click.echo(line)
    return run.state is not RunState.FAILED


@imports.command("undo")
@click.argument("run_id", type=int)
def undo_run(run_id: int) -> None:
    """Take a run back; what was changed or used since stays, and is told."""
    run = db.session.get(ImportRun, run_id)
    if run is None or not run.can_be_undone:
        raise click.ClickException("Cet import n'existe pas, ou n'est pas à annuler.")
    if run.state is not RunState.UNDOING:
        actions.undo(run)
        db.session.commit()
    follow(stages.undo(db.session, run_id), "annulation", run_id)
    for line in telling.undone(db.session, run):
        click.echo(line)
    sys.exit(1 if run.state is RunState.FAILED else 0)


@imports.command("list")
def list_runs() -> None:
    """The last runs."""
    for run in db.session.scalars(queries.latest().limit(50)):
        click.echo(telling.in_a_line(run))


def follow(stage: Iterator[int], what: str, run_id: int) -> None:
    """Commit after each batch, and tell how far it is; what stops it is kept with the run."""
    try:
        for done in stage:
            db.session.commit()
            click.echo(f"\r{what}, {number(done)} lignes", nl=False, err=True)
    except Exception as error:
        db.session.rollback()
        log.error("import stopped", run=run_id, **raised(error))
        stopping.stop(db.session, run_id)
    db.session.commit()
    click.echo("", err=True)
