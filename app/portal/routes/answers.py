"""The partner's answers to a request; one that came too late shows the request as it now is."""

from collections.abc import Callable
from typing import Any
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
from models.codes.journey import OrientationStatus as S
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
Act = Callable[[Orientation], None]


@blueprint.post("/demandes/<uuid:orientation_id>/acceptation")
def accept(orientation_id: UUID) -> ResponseReturnValue:
    """« Accepter »."""
    return agree(orientation_id, S.ACCEPTED, actions.accept)


@blueprint.post("/demandes/<uuid:orientation_id>/attente")
def waitlist(orientation_id: UUID) -> ResponseReturnValue:
    """« Mettre en liste d'attente »."""
    return agree(orientation_id, S.WAITLISTED, actions.waitlist)


@blueprint.post("/demandes/<uuid:orientation_id>/refus")
def refuse(orientation_id: UUID) -> ResponseReturnValue:
    """« Refuser », with a coded reason."""
    form = RefusalForm(prefix="refusal-")

    def act(found: Orientation) -> None:
        said = {"reason": form.reason.data, "note": form.note.data or ""}
        actions.refuse(found, by=current_account(), channel=ONLINE, **said)

    return keep(orientation_id, S.REFUSED, act, refusal=form)


def agree(orientation_id: UUID, status: S, verb: Callable[..., None]) -> ResponseReturnValue:
    """Yes, now or later, with a word."""
    form = AnswerForm(prefix="answer-")

    def act(found: Orientation) -> None:
        verb(found, by=current_account(), channel=ONLINE, note=form.note.data or "")

    return keep(orientation_id, status, act, answer=form)


def keep(orientation_id: UUID, status: S, act: Act, **form: Any) -> ResponseReturnValue:
    """Do it and commit; too late is told before what is wrong in the form."""
    orientation = load(orientation_id, lock=True)
    try:
        orientation.expect(status)
        if not all(one.validate() for one in form.values()):
            return page(orientation, **form), 422
        act(orientation)
    except (IllegalMove, PlaceTaken) as error:
        db.session.rollback()
        return too_late(orientation_id, error), 409
    answered(orientation_id)
    db.session.commit()
    flash("Votre réponse est enregistrée.")
    return redirect(url_for("portal.show", orientation_id=orientation_id))


def answered(orientation_id: UUID) -> None:
    """Keep that an answer was written."""
    record(
        Operation.MODIFY,
        subject_kind="orientation",
        subject_id=orientation_id,
        reason="réponse de la structure",
    )


def too_late(orientation_id: UUID, error: IllegalMove | PlaceTaken) -> str:
    """The page as it now is, with why the answer was not kept."""
    now_is = load(orientation_id)
    if isinstance(error, PlaceTaken):
        return page(now_is, errors=[GIVEN_AWAY])
    return page(now_is, errors=[TOO_LATE.format(status=now_is.status.label)])
