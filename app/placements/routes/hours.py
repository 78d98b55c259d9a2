"""The hours of a TIG: validate those the host entered, or enter those heard by telephone."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from app.extensions import db
from app.gate import current_account
from app.hosting import actions as hosting
from app.hosting.forms import HoursForm
from app.hosting.rules import Refused
from app.placements.actions.stay import validate_hours
from app.placements.blueprint import blueprint
from app.placements.loading import load_placement, step
from app.placements.routes.stays import saved
from models.base import today
from models.placement import Placement


@blueprint.post("/placements/<uuid:placement_id>/heures/validation")
def validate(placement_id: UUID) -> ResponseReturnValue:
    """« Valider ces heures »: all that wait, or those ticked."""
    stay = load_placement(placement_id, lock=True)
    chosen = frozenset(request.form.getlist("session"))
    entered = [one for one in stay.sessions if not chosen or str(one.id) in chosen]
    try:
        validate_hours(stay, entered, by=current_account())
    except Refused as refused:
        db.session.rollback()
        return hours_page(load_placement(placement_id), HoursForm(), [refused.sentence]), 422
    return saved(stay, "Les heures sont validées.")


@blueprint.get("/placements/<uuid:placement_id>/heures")
def new_hours(placement_id: UUID) -> ResponseReturnValue:
    """The hours of one day."""
    return hours_page(load_placement(placement_id), HoursForm(worked_on=today()))


@blueprint.post("/placements/<uuid:placement_id>/heures")
def enter_hours(placement_id: UUID) -> ResponseReturnValue:
    """« Noter ces heures », as heard from the host."""
    stay = load_placement(placement_id, lock=True)
    form = HoursForm()
    if not form.validate():
        return hours_page(stay, form), 422
    try:
        hosting.enter_hours(stay, by=current_account(), today=today(), **form.worked())
    except Refused as refused:
        form[refused.field].errors = [refused.sentence]
        return hours_page(stay, form), 422
    return saved(stay, "Les heures sont notées. Elles comptent une fois validées.")


def hours_page(stay: Placement, form: HoursForm, errors: list[str] | None = None) -> str:
    """The step that enters hours."""
    title = "Noter des heures communiquées par la structure"
    return step(form, stay, title=title, button="Noter ces heures", errors=errors or [])
