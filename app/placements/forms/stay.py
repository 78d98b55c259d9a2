"""Forms about a stay: its start, its suspension, its hours, its end."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField
from wtforms.validators import ValidationError

from app.fields import Careful, Day, one_of, radio
from app.placements import rules
from app.placements.forms.narrowing import NOTE_HELP, narrow
from models.codes.follow import MedicalResult
from models.codes.journey import EndReason, Outcome
from models.codes.offer import Family
from models.placement import Placement


class StartForm(FlaskForm):
    """The person has come."""

    on = Day("Arrivée le", "Indiquez le jour de l'arrivée.")


class SuspendForm(FlaskForm):
    """Why a stay stops for a while."""

    note = Careful("Motif", 500, "Écrivez pourquoi.", description=NOTE_HELP)


class MedicalForm(FlaskForm):
    """Fit or unfit, nothing more."""

    result = radio(MedicalResult, "Conclusion", required="Choisissez la conclusion.")
    on = Day("Visite du", "Indiquez la date de la visite.")


class EndForm(FlaskForm):
    """How a stay ends, and whether a shared place comes back to the network."""

    reason = one_of(EndReason, "Fin", required="Choisissez comment le séjour se termine.")
    outcome = one_of(Outcome, "Issue")
    on = Day("Dernier jour", "Indiquez le dernier jour.")
    is_returned = BooleanField("La place est rendue au réseau", default=True)
    note = Careful("Précisions", 500, description=NOTE_HELP)

    def fit(self, placement: Placement, family: Family, *, is_shared: bool) -> None:
        """Ask only what this stay can answer."""
        narrow(self.reason, rules.reasons(placement))
        narrow(self.outcome, rules.outcomes(family))
        self.outcome.flags.required = True
        if placement.started_on is None:
            del self.outcome
        if not is_shared:
            del self.is_returned

    def validate_reason(self, field: Any) -> None:
        """Only the reasons of this moment."""
        if field.data not in field.allowed:
            raise ValidationError("Choisissez comment le séjour se termine.")
