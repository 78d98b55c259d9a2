"""A stay: read it, start it, suspend and resume it, note the medical check, end it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from app.extensions import db
from app.fields import given
from app.gate import current_account
from app.hosting import actions as hosting
from app.hosting.forms import CertificateForm, SupervisorForm
from app.hosting.rules import Refused
from app.placements.actions import stay as actions
from app.placements.blueprint import blueprint
from app.placements.forms.stay import EndForm, MedicalForm, StartForm, SuspendForm
from app.placements.loading import load_placement, step
from models.base import today
from models.codes.claims import Sharing
from models.placement import Placement

Act = Callable[[Placement, Any], None]


def start(stay: Placement, form: StartForm) -> None:
    """« La personne est arrivée »."""
    actions.start(stay, by=current_account(), on=given(form.on), today=today())


def suspend(stay: Placement, form: SuspendForm) -> None:
    """« Suspendre »."""
    actions.suspend(stay, by=current_account(), note=given(form.note))


def note_medical(stay: Placement, form: MedicalForm) -> None:
    """« Noter la visite médicale »."""
    said = {"result": form.result.data, "on": given(form.on)}
    actions.record_medical(stay, by=current_account(), **said)


def name_supervisor(stay: Placement, form: SupervisorForm) -> None:
    """« Nommer l'encadrant », as heard from the host."""
    hosting.name_supervisor(stay, by=current_account(), name=given(form.name))


def certify(stay: Placement, form: CertificateForm) -> None:
    """« Noter l'attestation », as received from the host."""
    hosting.certify(stay, by=current_account(), on=given(form.on), today=today())


def end(stay: Placement, form: EndForm) -> None:
    """« Clore »."""
    actions.end(
        stay,
        by=current_account(),
        reason=form.reason.data,
        outcome=form.outcome.data if "outcome" in form else None,
        on=given(form.on),
        today=today(),
        is_returned=form.is_returned.data if "is_returned" in form else True,
        note=form.note.data or "",
    )


# Each step of a stay: its address, form, verb, title and button.
STEPS: dict[str, tuple[type[FlaskForm], Act, str, str]] = {
    "debut": (StartForm, start, "Noter l'arrivée", "La personne est arrivée"),
    "suspension": (SuspendForm, suspend, "Suspendre le placement", "Suspendre"),
    "visite-medicale": (MedicalForm, note_medical, "Noter la visite médicale", "Enregistrer"),
    "encadrement": (SupervisorForm, name_supervisor, "Nommer l'encadrant", "Enregistrer"),
    "attestation": (CertificateForm, certify, "Noter l'attestation de fin", "Enregistrer"),
    "fin": (EndForm, end, "Clore le placement", "Clore le placement"),
}

STEP = f"/placements/<uuid:placement_id>/<any({', '.join(map(repr, STEPS))}):name>"


@blueprint.get("/placements/<uuid:placement_id>")
def show(placement_id: UUID) -> ResponseReturnValue:
    """Where a stay stands, its hours, its timeline, what can be done next."""
    return render_template("placements/show.html", placement=load_placement(placement_id))


@blueprint.get(STEP)
def edit(placement_id: UUID, name: str) -> ResponseReturnValue:
    """What one step asks."""
    stay = load_placement(placement_id)
    return step_page(stay, name, form_of(stay, name, on=today()))


@blueprint.post(STEP)
def update(placement_id: UUID, name: str) -> ResponseReturnValue:
    """Take one step, or bring its form back with what is wrong."""
    stay = load_placement(placement_id, lock=True)
    form = form_of(stay, name)
    if not form.validate():
        return step_page(stay, name, form), 422
    try:
        STEPS[name][1](stay, form)
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
    form = STEPS[name][0](**defaults)
    if isinstance(form, EndForm):
        orientation = stay.orientation
        is_shared = orientation.lot.sharing is Sharing.SHARED
        form.fit(stay, orientation.need.family, is_shared=is_shared)
    return form


def step_page(stay: Placement, name: str, form: FlaskForm) -> str:
    """The page of a step."""
    _, _, title, button = STEPS[name]
    back = url_for("placements.show", placement_id=stay.id)
    return step(form, title=title, button=button, back=back)


def saved(stay: Placement, sentence: str) -> ResponseReturnValue:
    """Commit, say so, go back to the stay."""
    placement_id = stay.id
    db.session.commit()
    flash(sentence)
    return redirect(url_for("placements.show", placement_id=placement_id))
