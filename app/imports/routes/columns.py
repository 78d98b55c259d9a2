"""How the columns of a free spreadsheet were understood, and how they should be."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.extensions import db
from app.imports import actions
from app.imports.forms import ColumnsForm
from app.imports.routes.base import blueprint, load
from exchange.readers.fields import labels
from models.imports import ImportRun


@blueprint.get("/<int:run_id>/colonnes")
def columns(run_id: int) -> str:
    """Each column, what it was taken for, and why."""
    run = with_columns(load(run_id))
    return render_template("imports/columns.html", run=run, form=ColumnsForm(), labels=labels())


@blueprint.post("/<int:run_id>/colonnes")
def update_columns(run_id: int) -> ResponseReturnValue:
    """Read the file again with these; they are remembered for the next one."""
    run = with_columns(load(run_id, lock=True))
    form = ColumnsForm()
    if not form.validate():
        page = render_template("imports/columns.html", run=run, form=form, labels=labels())
        return page, 422
    chosen = form.fields_by_heading(run.columns, request.form)
    actions.read_again(db.session, run, chosen)
    db.session.commit()
    return redirect(url_for("imports.show", run_id=run_id))


def with_columns(run: ImportRun) -> ImportRun:
    """A published format has no column to explain."""
    if not run.columns:
        abort(404)
    return run
