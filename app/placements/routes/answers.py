"""What follows an answer: write down one heard by telephone, confirm an accepted request."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from app.answers import actions as answers
from app.decisions.verdicts import Verdict
from app.extensions import db
from app.fields import given
from app.gate import current_account
from app.placements.actions.confirm import Decision, confirm
from app.placements.blueprint import blueprint
from app.placements.forms.request import AnswerForm, ConfirmForm
from app.placements.loading import load_orientation, step
from app.placements.medical import is_medical_due
from app.placements.routes.requests import legal_obstacles, saved
from models.codes.journey import OrientationStatus
from models.codes.organization import Channel
from models.orientation import Orientation

VERBS: dict[OrientationStatus, Callable[..., None]] = {
    OrientationStatus.ACCEPTED: answers.accept,
    OrientationStatus.WAITLISTED: answers.waitlist,
}


@blueprint.get("/demandes-envoyees/<uuid:orientation_id>/reponse")
def new_answer(orientation_id: UUID) -> ResponseReturnValue:
    """Who said what."""
    return answer_page(load_unanswered(orientation_id), AnswerForm())


@blueprint.post("/demandes-envoyees/<uuid:orientation_id>/reponse")
def answer(orientation_id: UUID) -> ResponseReturnValue:
    """« Noter une réponse reçue par téléphone »."""
    found = load_unanswered(orientation_id, lock=True)
    form = AnswerForm()
    if not form.validate():
        return answer_page(found, form), 422
    note_answer(found, form)
    return saved(found, "La réponse est enregistrée.")


@blueprint.get("/demandes-envoyees/<uuid:orientation_id>/confirmation")
def new_confirmation(orientation_id: UUID) -> ResponseReturnValue:
    """What the decision says."""
    found = load_agreed(orientation_id)
    return confirm_page(found, confirm_form(found, is_medical_due=is_medical_due(found)))


@blueprint.post("/demandes-envoyees/<uuid:orientation_id>/confirmation")
def create_confirmation(orientation_id: UUID) -> ResponseReturnValue:
    """« Confirmer le placement »: the place is taken and the identity disclosed."""
    found = load_agreed(orientation_id, lock=True)
    form = confirm_form(found)
    legal = legal_obstacles(found, found.starts_on, found.ends_on)
    if not form.validate() or legal:
        return confirm_page(found, form, legal), 422
    stay = confirm(db.session, found, decision(form), by=current_account())
    placement_id = stay.id
    db.session.commit()
    flash("Le placement est confirmé. La structure peut lire les coordonnées de la personne.")
    return redirect(url_for("placements.show", placement_id=placement_id))


def load_unanswered(orientation_id: UUID, *, lock: bool = False) -> Orientation:
    """A request that the partner may still answer, or `IllegalMove`."""
    found = load_orientation(orientation_id, lock=lock)
    found.expect(OrientationStatus.REFUSED)
    return found


def load_agreed(orientation_id: UUID, *, lock: bool = False) -> Orientation:
    """A request that was accepted and waits for its decision, or `IllegalMove`."""
    found = load_orientation(orientation_id, lock=lock)
    found.expect(OrientationStatus.CONFIRMED)
    return found


def note_answer(found: Orientation, form: AnswerForm) -> None:
    """Record the answer as heard by telephone."""
    verb = VERBS.get(form.answer.data) or partial(answers.refuse, reason=form.reason.data)
    verb(
        found,
        by=current_account(),
        channel=Channel.PHONE,
        said_by=form.said_by.data,
        note=form.note.data or "",
    )


def decision(form: ConfirmForm) -> Decision:
    """The decision as typed; empty texts are nothing."""
    names = ("signatory", "signed_by", "decided_on", "is_medical_due", "supervisor_name")
    said: dict[str, Any] = {name: form[name].data or None for name in names if name in form}
    said["is_medical_due"] = bool(said.get("is_medical_due"))
    return Decision(consent_on=given(form.consent_on), **said)


def confirm_form(found: Orientation, **defaults: object) -> ConfirmForm:
    """Only a TIG asks for a signature, a medical check and a supervisor."""
    form = ConfirmForm(**defaults)
    form.family = found.need.family
    if not form.is_tig:
        for name in ("signatory", "signed_by", "decided_on", "is_medical_due", "supervisor_name"):
            del form[name]
        return form
    for needed in (form.signatory, form.decided_on):
        needed.flags.required = True
    return form


def answer_page(found: Orientation, form: AnswerForm) -> str:
    """The step that notes an answer."""
    title = "Noter une réponse reçue par téléphone"
    return step(form, found, title=title, button="Enregistrer la réponse")


def confirm_page(found: Orientation, form: ConfirmForm, legal: tuple[Verdict, ...] = ()) -> str:
    """The step that confirms; what the law opposes stands above."""
    errors = [f"Impossible : {one.sentence} ({one.source})." for one in legal]
    intro = (
        "La place sera occupée, les autres demandes pour ce besoin seront annulées, et la structure"
        " pourra lire le prénom, le nom et le téléphone de la personne ainsi que vos coordonnées."
    )
    title = "Confirmer le placement"
    return step(form, found, title=title, button=title, intro=intro, errors=errors)
