"""The stays a partner hosts: hours, supervisor, incidents, withdrawal, certificate."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.extensions import db
from app.gate import current_account, one_or_404
from app.hosting import actions
from app.hosting.rules import Refused
from app.portal.blueprint import blueprint
from app.portal.forms import stays as forms
from app.portal.routes.stay_page import audited, load, page
from models.base import today
from models.codes.follow import IncidentKind
from models.follow import WorkSession
from models.lifecycle import IllegalMove
from models.placement import Placement

CHANGED = "Cet accueil a changé entre-temps. Rien n'a été enregistré : voici où il en est."
Acting = Callable[[Placement, Any], Any]


@blueprint.get("/accueils/<uuid:placement_id>")
def placement(placement_id: UUID) -> ResponseReturnValue:
    """Dates, contact, and what the host may enter."""
    stay = load(placement_id)
    audited(stay, is_read=True)
    return page(stay)


@blueprint.post("/accueils/<uuid:placement_id>/heures")
def enter_hours(placement_id: UUID) -> ResponseReturnValue:
    """« Noter ces heures »."""

    def act(stay: Placement, form: Any) -> None:
        actions.enter_hours(stay, by=current_account(), today=today(), **form.worked())

    return change(placement_id, "hours", act)


@blueprint.post("/accueils/<uuid:placement_id>/heures/<uuid:session_id>/effacement")
def remove_hours(placement_id: UUID, session_id: UUID) -> ResponseReturnValue:
    """Take back hours that nobody has validated."""
    stay = load(placement_id, lock=True)
    sessions = select(WorkSession).where(WorkSession.placement_id == stay.id)
    entered = one_or_404(sessions.where(WorkSession.id == session_id))
    try:
        actions.remove_hours(entered)
    except Refused as refused:
        return page(stay, errors=[refused.sentence]), 409
    return saved(stay, "Ces heures sont effacées.")


@blueprint.post("/accueils/<uuid:placement_id>/encadrement")
def name_supervisor(placement_id: UUID) -> ResponseReturnValue:
    """« Nommer l'encadrant » (RULE-TIG-24)."""

    def act(stay: Placement, form: Any) -> None:
        actions.name_supervisor(stay, by=current_account(), name=form.name.data)

    return change(placement_id, "supervisor", act)


@blueprint.post("/accueils/<uuid:placement_id>/signalement")
def report_incident(placement_id: UUID) -> ResponseReturnValue:
    """« Signaler » (RULE-TIG-25)."""

    def act(stay: Placement, form: Any) -> None:
        names = ("kind", "happened_on", "description", "is_suspended")
        told = {name: form[name].data for name in names}
        actions.report_incident(stay, by=current_account(), today=today(), **told)

    return change(placement_id, "incident", act)


@blueprint.post("/accueils/<uuid:placement_id>/absence")
def report_absence(placement_id: UUID) -> ResponseReturnValue:
    """« La personne ne s'est pas présentée »."""
    stay = load(placement_id, lock=True)
    actions.report_incident(
        stay,
        by=current_account(),
        kind=IncidentKind.ABSENCE_INJUSTIFIEE,
        happened_on=today(),
        description="La personne ne s'est pas présentée.",
        today=today(),
    )
    return saved(stay, "C'est noté : la personne qui suit cet accueil est prévenue.")


@blueprint.post("/accueils/<uuid:placement_id>/retrait")
def withdraw(placement_id: UUID) -> ResponseReturnValue:
    """« Mettre fin à l'accueil » (RULE-TIG-27)."""

    def act(stay: Placement, form: Any) -> None:
        actions.withdraw(stay, by=current_account(), reason=form.reason.data)

    return change(placement_id, "withdrawal", act)


@blueprint.post("/accueils/<uuid:placement_id>/attestation")
def certify(placement_id: UUID) -> ResponseReturnValue:
    """« Délivrer l'attestation » (RULE-TIG-26)."""

    def act(stay: Placement, form: Any) -> None:
        actions.certify(stay, by=current_account(), on=form.on.data, today=today())

    return change(placement_id, "certificate", act)


def change(placement_id: UUID, name: str, act: Acting) -> ResponseReturnValue:
    """Validate one form of the page, do it and commit, or say on the page what is wrong."""
    stay = load(placement_id, lock=True)
    form = forms.KINDS[name](prefix=f"{name}-")
    if not form.validate():
        return page(stay, **{name: form}), 422
    try:
        act(stay, form)
    except Refused as refused:
        form[refused.field].errors = [refused.sentence]
        return page(stay, **{name: form}), 422
    except IllegalMove:
        db.session.rollback()
        return page(load(placement_id), errors=[CHANGED]), 409
    return saved(stay, "C'est noté.")


def saved(stay: Placement, sentence: str) -> ResponseReturnValue:
    """Commit, keep that it was written, say so."""
    audited(stay, is_read=False)
    placement_id = stay.id
    db.session.commit()
    flash(sentence)
    return redirect(url_for("portal.placement", placement_id=placement_id))
