"""A rejected line corrected in the browser, without going back to its file."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from app.extensions import db
from app.imports import correcting, forms
from app.imports.routes.base import blueprint, load
from app.imports.routes.lines import load_row
from models.codes.imports import Outcome, RunState
from models.imports import ImportRow, ImportRun
from models.lifecycle import IllegalMove

RIGHT = "La ligne {} est corrigée : {}."


@blueprint.get("/<int:run_id>/lignes/<int:n>/corriger")
def correct(run_id: int, n: int) -> str:
    """Its values, with what is wrong with them."""
    run = load(run_id)
    row = still_wrong(run, load_row(run, n))
    return page(run, row, form_of(run, row))


@blueprint.post("/<int:run_id>/lignes/<int:n>/corriger")
def read_corrected(run_id: int, n: int) -> ResponseReturnValue:
    """Read it again with the values given."""
    run = load(run_id, lock=True)
    row = still_wrong(run, load_row(run, n))
    form = form_of(run, row)
    if not form.validate():
        return page(run, row, form), 422
    row = correcting.correct(db.session, run, row, *said(run, row, form))
    db.session.commit()
    return answer(run, row)


def form_of(run: ImportRun, row: ImportRow) -> FlaskForm:
    """A field for each of its cells."""
    return forms.correction(correcting.cells_of(run, row), correcting.towns_of(row))


def said(run: ImportRun, row: ImportRow, form: FlaskForm) -> tuple[dict[str, str], str]:
    """The value of each column, and the code of the commune chosen."""
    cells = enumerate(correcting.cells_of(run, row))
    told = {cell.heading: form[f"cell_{at}"].data or "" for at, cell in cells}
    return told, str(form["town"].data or "") if "town" in form else ""


def answer(run: ImportRun, row: ImportRow) -> ResponseReturnValue:
    """The other lines to correct, or this one as long as it is wrong."""
    if row.outcome is Outcome.REJECT:
        return page(run, row, form_of(run, row)), 422
    flash(RIGHT.format(row.line, row.outcome.label.lower()))
    return redirect(url_for("imports.show", run_id=run.id, lignes="rejeter"))


def page(run: ImportRun, row: ImportRow, form: FlaskForm) -> str:
    """The form, with what is wrong and is of no cell."""
    errors = correcting.besides(run, row)
    return render_template("imports/correct.html", run=run, row=row, form=form, errors=errors)


def still_wrong(run: ImportRun, row: ImportRow) -> ImportRow:
    """A line that is corrected already, or of a run that is over, brings the page back."""
    if not correcting.can_correct(run, row):
        raise IllegalMove(run.state, RunState.READING)
    return row
