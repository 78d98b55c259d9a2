"""A stay: read it, start it, suspend and resume it, note the medical check, end it."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from app.extensions import db
from app.gate import current_account
from app.hosting.rules import Refused
from app.placements.actions import stay as actions
from app.placements.blueprint import blueprint
from app.placements.forms.stay import EndForm
from app.placements.loading import load_placement, step
from app.placements.routes.steps import STEPS
from models.base import today
from models.codes.claims import Sharing
from models.placement import Placement

STEP = f"/placements/<uuid:placement_id>/<any({', '.join(map(repr, STEPS))}):name>"


@blueprint.get("/placements/<uuid:placement_id>")
def show(placement_id: UUID) -> ResponseReturnValue:
    """Where a stay stands, its hours, its timeline, what can be done next."""
    return page(load_placement(placement_id))


@blueprint.get(STEP)
def edit(placement_id: UUID, name: str) -> ResponseReturnValue:
    """What one step asks."""
    stay = load_placement(placement_id)
    STEPS[name].check(stay)
    return step_page(stay, name, form_of(stay, name, on=today()))


@blueprint.post(STEP)
def update(placement_id: UUID, name: str) -> ResponseReturnValue:
    """Take one step, or bring its form back with what is wrong."""
    stay = load_placement(placement_id, lock=True)
    STEPS[name].check(stay)
    form = form_of(stay, name)
    if not form.validate():
        return step_page(stay, name, form), 422
    try:
        STEPS[name].act(stay, form)
    except Refused as refused:
        form[refused.field].errors = [refused.sentence]
        return step_page(stay, name, form), 422
    return saved(stay, "C'est enregistré.")


@blueprint.post("/placements/<uuid:placement_id>/reprise")
def resume(placement_id: UUID) -> ResponseReturnValue:
    """« Reprendre »."""
    stay = load_placement(placement_id, lock=True)
    actions.resume(stay, by=current_account())
    return saved(stay, "Le placement a repris.")


def form_of(stay: Placement, name: str, **defaults: object) -> FlaskForm:
    """The form of a step, asking only what this stay can answer."""
    form = STEPS[name].form(**defaults)
    if isinstance(form, EndForm):
        orientation = stay.orientation
        is_shared = orientation.lot.sharing is Sharing.SHARED
        form.fit(stay, orientation.need.family, is_shared=is_shared)
    return form


def step_page(stay: Placement, name: str, form: FlaskForm) -> str:
    """The page of a step."""
    return step(form, stay, title=STEPS[name].title, button=STEPS[name].button)


def page(stay: Placement, *, errors: list[str] | None = None) -> str:
    """The page of a stay, with what kept the last step from being taken."""
    return render_template("placements/show.html", placement=stay, errors=errors or [])


def saved(stay: Placement, sentence: str) -> ResponseReturnValue:
    """Commit, say so, go back to the stay."""
    placement_id = stay.id
    db.session.commit()
    flash(sentence)
    return redirect(url_for("placements.show", placement_id=placement_id))
