"""What becomes of an import that was looked at: put in, or abandoned."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.extensions import db
from app.imports import actions
from app.imports.forms import ApplyForm
from app.imports.routes.base import blueprint, load
from app.imports.routes.showing import told
from models.codes.imports import Doubts, RunState


@blueprint.post("/<int:run_id>/importer")
def apply(run_id: int) -> ResponseReturnValue:
    """Put in what is sure, and the doubtful lines as somebody said."""
    run = load(run_id, lock=True)
    form = ApplyForm()
    if not form.validate():
        return render_template("imports/show.html", run=run, **told(run, form)), 422
    if run.state is RunState.APPLIED:
        actions.ask_again(db.session, run)
    if run.state is not RunState.APPLYING:  # Pressed twice, it is done once.
        actions.apply(run, doubts=form.doubts.data or Doubts.LEAVE)
    db.session.commit()
    return redirect(url_for("imports.show", run_id=run_id))


@blueprint.post("/<int:run_id>/abandonner")
def drop(run_id: int) -> ResponseReturnValue:
    """Nothing of it goes in."""
    run = load(run_id, lock=True)
    if run.state is not RunState.DROPPED:
        actions.drop(db.session, run)
    db.session.commit()
    flash("L'import est abandonné : rien n'a été changé dans l'annuaire.")
    return redirect(url_for("imports.index"))
