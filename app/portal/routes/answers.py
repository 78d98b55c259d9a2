"""The partner's answers to a request; one that came too late shows the request as it now is."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from app.answers import actions
from app.audit.actions import record
from app.claims.actions import PlaceTaken
from app.extensions import db
from app.gate import current_account
from app.portal.blueprint import blueprint
from app.portal.forms.requests import AnswerForm, RefusalForm
from app.portal.routes.requests import load, page
from models.codes.access import Operation
from models.codes.organization import Channel
from models.lifecycle import IllegalMove
from models.orientation import Orientation

TOO_LATE = (
    "Cette demande a changé entre-temps : elle est maintenant « {status} »."
    " Votre réponse n'a pas été enregistrée."
)
GIVEN_AWAY = (
    "La réservation de cette place s'était arrêtée et la place a été donnée à une autre demande."
    " Votre accord n'a pas été enregistré : s'il vous reste une place, annoncez-la d'abord."
)
ONLINE = Channel.PARTNER_PORTAL


@blueprint.post("/demandes/<uuid:orientation_id>/acceptation")
def accept(orientation_id: UUID) -> ResponseReturnValue:
    """« Accepter »."""
    orientation = load(orientation_id, lock=True)
    form = AnswerForm(prefix="answer-")
    if not form.validate():
        return page(orientation, answer=form), 422
    note = form.note.data or ""
    by = current_account()
    return keep(orientation, lambda: actions.accept(orientation, by=by, channel=ONLINE, note=note))


@blueprint.post("/demandes/<uuid:orientation_id>/attente")
def waitlist(orientation_id: UUID) -> ResponseReturnValue:
    """« Mettre en liste d'attente »."""
    orientation = load(orientation_id, lock=True)
    form = AnswerForm(prefix="answer-")
    if not form.validate():
        return page(orientation, answer=form), 422
    note = form.note.data or ""
    by = current_account()
    return keep(
        orientation, lambda: actions.waitlist(orientation, by=by, channel=ONLINE, note=note)
    )


@blueprint.post("/demandes/<uuid:orientation_id>/refus")
def refuse(orientation_id: UUID) -> ResponseReturnValue:
    """« Refuser », with a coded reason."""
    orientation = load(orientation_id, lock=True)
    form = RefusalForm(prefix="refusal-")
    if not form.validate():
        return page(orientation, refusal=form), 422
    reason, note = form.reason.data, form.note.data or ""
    by = current_account()

    def act() -> None:
        actions.refuse(orientation, by=by, reason=reason, channel=ONLINE, note=note)

    return keep(orientation, act)


def keep(orientation: Orientation, act: Callable[[], None]) -> ResponseReturnValue:
    """Do it and commit, or show the request as it now is."""
    orientation_id = orientation.id
    try:
        act()
    except (IllegalMove, PlaceTaken) as error:
        db.session.rollback()
        return too_late(orientation_id, error), 409
    record(
        Operation.MODIFY,
        subject_kind="orientation",
        subject_id=orientation_id,
        reason="réponse de la structure",
    )
    db.session.commit()
    flash("Votre réponse est enregistrée.")
    return redirect(url_for("portal.show", orientation_id=orientation_id))


def too_late(orientation_id: UUID, error: IllegalMove | PlaceTaken) -> str:
    """The page as it now is, with why the answer was not kept."""
    now_is = load(orientation_id)
    if isinstance(error, PlaceTaken):
        return page(now_is, errors=[GIVEN_AWAY])
    return page(now_is, errors=[TOO_LATE.format(status=now_is.status.label)])
