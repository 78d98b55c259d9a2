"""A request: read it, send it, move its dates, cancel it."""

import datetime as dt
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.claims.actions import PlaceTaken
from app.decisions.verdicts import Verdict
from app.extensions import db
from app.fields import given
from app.gate import current_account
from app.hosting.legal import obstacles
from app.placements.actions import request as actions
from app.placements.blueprint import blueprint
from app.placements.forms.request import CancelForm, DatesForm, FutureDatesForm
from app.placements.loading import load_orientation, step
from models.base import today
from models.codes.journey import PlacementStatus
from models.orientation import Orientation

TAKEN = "Cette place n'est plus libre à ces dates. Rien n'a été enregistré."


@blueprint.get("/demandes-envoyees/<uuid:orientation_id>")
def orientation(orientation_id: UUID) -> ResponseReturnValue:
    """Where a request stands, what the partner reads, what can be done next."""
    return page(load_orientation(orientation_id))


@blueprint.post("/demandes-envoyees/<uuid:orientation_id>/envoi")
def send(orientation_id: UUID) -> ResponseReturnValue:
    """« Envoyer la demande »."""
    found = load_orientation(orientation_id, lock=True)
    actions.send(db.session, found, by=current_account())
    return saved(found, "La demande est envoyée. La structure a 14 jours pour répondre.")


@blueprint.get("/demandes-envoyees/<uuid:orientation_id>/dates")
def edit_dates(orientation_id: UUID) -> ResponseReturnValue:
    """The days of the place."""
    found = actions.movable(load_orientation(orientation_id))
    return dates_page(found, dates_form(found, starts_on=found.starts_on, ends_on=found.ends_on))


@blueprint.post("/demandes-envoyees/<uuid:orientation_id>/dates")
def move_dates(orientation_id: UUID) -> ResponseReturnValue:
    """« Déplacer les dates »."""
    found = actions.movable(load_orientation(orientation_id, lock=True))
    form = dates_form(found)
    if not form.validate() or stands_against(found, form):
        return dates_page(found, form), 422
    days = {"starts_on": given(form.starts_on), "ends_on": given(form.ends_on)}
    try:
        actions.move_dates(db.session, found, by=current_account(), **days)
    except PlaceTaken:
        form.starts_on.errors = [TAKEN]
        return dates_page(found, form), 409
    return saved(found, "Les dates sont déplacées.")


@blueprint.get("/demandes-envoyees/<uuid:orientation_id>/annulation")
def confirm_cancel(orientation_id: UUID) -> ResponseReturnValue:
    """Why it is given up."""
    return cancel_page(actions.cancellable(load_orientation(orientation_id)), CancelForm())


@blueprint.post("/demandes-envoyees/<uuid:orientation_id>/annulation")
def cancel(orientation_id: UUID) -> ResponseReturnValue:
    """« Annuler la demande »: the place is free again."""
    found = actions.cancellable(load_orientation(orientation_id, lock=True))
    form = CancelForm()
    if not form.validate():
        return cancel_page(found, form), 422
    why = {"reason": form.reason.data, "note": form.note.data}
    actions.cancel(db.session, found, by=current_account(), **why)
    return saved(found, "La demande est annulée et la place rendue.")


def stands_against(found: Orientation, form: DatesForm) -> bool:
    """The law, asked again on the new days; its refusal is written at the last day."""
    legal = legal_obstacles(found, given(form.starts_on), given(form.ends_on))
    form.ends_on.errors = [f"Impossible : {one.sentence} ({one.source})." for one in legal]
    return bool(legal)


def legal_obstacles(
    found: Orientation, starts_on: dt.date, ends_on: dt.date
) -> tuple[Verdict, ...]:
    """What the law opposes to this request on these days."""
    departement = found.unit.department_code
    return obstacles(
        found.offer, departement=departement, today=today(), starts_on=starts_on, ends_on=ends_on
    )


def dates_form(found: Orientation, **days: object) -> DatesForm:
    """A stay that has begun may keep its past first day."""
    is_begun = found.placement is not None and found.placement.started_on is not None
    return DatesForm(**days) if is_begun else FutureDatesForm(**days)


def dates_page(found: Orientation, form: DatesForm) -> str:
    """The step that moves dates."""
    return step(form, found, title="Déplacer les dates", button="Déplacer les dates")


def cancel_page(found: Orientation, form: CancelForm) -> str:
    """The step that cancels."""
    title = "Annuler la demande"
    return step(form, found, title=title, button=title, kind="danger")


def page(found: Orientation, *, errors: list[str] | None = None) -> str:
    """The page of a request; before it is sent, the sheet as it would be."""
    shown = found.sheet if found.sent_at else actions.draft(db.session, found)
    return render_template(
        "placements/orientation.html", orientation=found, sheet=shown, errors=errors or []
    )


def saved(found: Orientation, sentence: str) -> ResponseReturnValue:
    """Commit, say so, go back to the request, or to the stay that follows it."""
    address = url_for("placements.orientation", orientation_id=found.id)
    stay = found.placement
    if stay is not None and stay.status is not PlacementStatus.ENDED:
        address = url_for("placements.show", placement_id=stay.id)
    db.session.commit()
    flash(sentence)
    return redirect(address)
