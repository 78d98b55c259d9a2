"""Taking an import back, or taking up again one that stopped."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.extensions import db
from app.imports import actions, progressing
from app.imports.routes.base import blueprint, load
from models.codes.imports import RunState


@blueprint.get("/<int:run_id>/annuler")
def confirm_undo(run_id: int) -> str:
    """What will be taken back, and what will stay."""
    run = load(run_id)
    return render_template(
        "imports/undo.html", run=run, results=progressing.results(db.session, run)
    )


@blueprint.post("/<int:run_id>/annuler")
def undo(run_id: int) -> ResponseReturnValue:
    """Take it back."""
    run = load(run_id, lock=True)
    if run.state is not RunState.UNDOING:  # Pressed twice, it is done once.
        actions.undo(run)
    db.session.commit()
    return redirect(url_for("imports.show", run_id=run_id))


@blueprint.post("/<int:run_id>/reprendre")
def resume(run_id: int) -> ResponseReturnValue:
    """Try again the stage that an error of ours stopped."""
    run = load(run_id, lock=True)
    if not run.state.is_under_way:  # Pressed twice, it is done once.
        actions.resume(run)
    db.session.commit()
    return redirect(url_for("imports.show", run_id=run_id))
