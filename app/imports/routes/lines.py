"""One line of an import, and the file of those to correct."""

from collections.abc import Iterator

from flask import Response, abort, redirect, render_template, stream_with_context, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.audit.actions import record
from app.extensions import db
from app.gate import one_or_404
from app.imports import correcting, deciding, rejects, words
from app.imports.forms import DecideForm
from app.imports.routes.base import blueprint, load
from exchange.writers.cells import file_name
from models.base import today
from models.codes.access import Operation
from models.codes.imports import Outcome, RunState, Step
from models.imports import ImportRow, ImportRun
from models.lifecycle import IllegalMove

LINE = "imports/line.html"


@blueprint.get("/<int:run_id>/lignes/<int:n>")
def line(run_id: int, n: int) -> str:
    """What it says, what it would do, what is wrong with it."""
    run = load(run_id)
    row = load_row(run, n)
    form = DecideForm()
    form.propose(row.twins)
    return page(run, row, form)


@blueprint.post("/<int:run_id>/lignes/<int:n>")
def decide(run_id: int, n: int) -> ResponseReturnValue:
    """What becomes of a doubtful line."""
    run = load(run_id, lock=True)
    row = load_row(run, n)
    form = DecideForm()
    form.propose(row.twins)
    if not can_decide(run, row):
        raise IllegalMove(run.state, RunState.APPLYING)
    if not form.validate():
        return page(run, row, form), 422
    deciding.decide(db.session, row, *form.decided())
    db.session.commit()
    return redirect(url_for("imports.show", run_id=run_id, lignes="verifier", apres=n - 1))


def page(run: ImportRun, row: ImportRow, form: DecideForm) -> str:
    """One line, and the form that decides of it while there is time."""
    told = {"is_open": can_decide(run, row), "is_wrong": correcting.can_correct(run, row)}
    return render_template(LINE, run=run, row=row, form=form, words=words, **told)


def can_decide(run: ImportRun, row: ImportRow) -> bool:
    """Before its run is put in, or after, as long as the line itself was left aside."""
    is_time = run.state in (RunState.PREVIEWED, RunState.APPLIED)
    is_left = row.step in (Step.WAITING, Step.LEFT)
    return bool(is_time and is_left and row.outcome is Outcome.DOUBT and row.twins)


def load_row(run: ImportRun, n: int) -> ImportRow:
    """One line of that run."""
    return one_or_404(select(ImportRow).where(ImportRow.run_id == run.id, ImportRow.n == n))


@blueprint.get("/<int:run_id>/a-corriger.<any(csv, xlsx, json):extension>")
def corrections(run_id: int, extension: str) -> Response:
    """The lines that did not go in, as they were in the file, each with what is wrong."""
    run = load(run_id)
    kind = rejects.formats(run).get(extension) or abort(404)
    reason = f"Lignes à corriger de l'import {run.id}, {run.file_name}"
    record(Operation.CONSULT, subject_kind="import", subject_id=run.id, reason=reason)
    written = _written(kind, run_id, rejects.headings(run))
    answer = Response(stream_with_context(written), content_type=kind.content_type)
    name = file_name("a-corriger", today(), extension)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _written(kind: rejects.Format, run_id: int, names: list[str]) -> Iterator[bytes]:
    """Read while the file is sent: the session of the request is closed by then."""
    yield from kind.write(db.session, run_id, names)
