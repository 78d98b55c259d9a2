"""The steps of a stay: for each, its form, its verb, its words, and when it may be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_wtf import FlaskForm

from app.fields import given
from app.gate import current_account
from app.hosting import actions as hosting
from app.hosting.forms import CertificateForm, SupervisorForm
from app.hosting.rules import RUNNING
from app.placements.actions import stay as actions
from app.placements.forms.stay import EndForm, MedicalForm, StartForm, SuspendForm
from models.base import today
from models.codes.journey import PlacementStatus
from models.lifecycle import IllegalMove
from models.placement import Placement

Act = Callable[[Placement, Any], None]
PLANNED = (PlacementStatus.PLANNED,)


@dataclass(frozen=True)
class Step:
    """One thing a counsellor writes down of a stay."""

    form: type[FlaskForm]
    act: Act
    title: str
    button: str
    moments: tuple[PlacementStatus, ...]

    def check(self, stay: Placement) -> None:
        """Raise `IllegalMove` unless this is the moment."""
        if stay.status not in self.moments:
            raise IllegalMove(stay.status, stay.status)


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


STEPS = {
    "debut": Step(StartForm, start, "Noter l'arrivée", "La personne est arrivée", PLANNED),
    "suspension": Step(
        SuspendForm, suspend, "Suspendre le placement", "Suspendre", (PlacementStatus.STARTED,)
    ),
    "visite-medicale": Step(
        MedicalForm, note_medical, "Noter la visite médicale", "Enregistrer", PLANNED + RUNNING
    ),
    "encadrement": Step(
        SupervisorForm, name_supervisor, "Nommer l'encadrant", "Enregistrer", PLANNED + RUNNING
    ),
    "attestation": Step(
        CertificateForm, certify, "Noter l'attestation de fin", "Enregistrer", RUNNING
    ),
    "fin": Step(EndForm, end, "Clore le placement", "Clore le placement", PLANNED + RUNNING),
}
