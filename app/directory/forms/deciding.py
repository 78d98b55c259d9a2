"""Decisions on the list of a département and on accreditations, with their opinions."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from app.directory.forms.fields import Checked
from app.fields import Day, Line, one_of
from app.filters import short_day
from models.base import today
from models.codes.organization import AccreditationKind

FUTURE = "Cette date n'est pas encore venue."


class PastDay(Day):
    """A day that has come."""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Nobody decides tomorrow."""
        if self.data and self.data > today():
            raise ValidationError(FUTURE)


class ListingForm(FlaskForm):
    """Both opinions, or ten days (RULE-TIG-16)."""

    prosecutor_opinion_on = PastDay("Avis du procureur reçu le")
    judge_opinion_on = PastDay("Avis du juge de l'application des peines reçu le")

    def opinions(self) -> dict[str, Any]:
        """As the verb takes them."""
        return {
            "prosecutor_on": self.prosecutor_opinion_on.data,
            "judge_on": self.judge_opinion_on.data,
        }


class AccreditationForm(FlaskForm):
    """A right already decided."""

    kind = one_of(AccreditationKind, "Sorte", required="Choisissez la sorte.")
    department_code = Line("Département", 3)
    decided_on = PastDay("Décidée le", required="Écrivez la date de la décision.")
    ends_on = Day("Jusqu'au")
    reference = Checked("Référence", 80)

    def validate_department_code(self, field: Line) -> None:
        """A local one holds in one département, a national one in all."""
        is_local = self.kind.data is not AccreditationKind.TIG_NATIONAL
        if is_local and self.kind.data and not field.data:
            raise ValidationError("Écrivez le code du département, comme 69.")

    def validate_ends_on(self, field: Day) -> None:
        """The end comes after the start."""
        start = self.decided_on.data
        if field.data and start and field.data <= start:
            raise ValidationError(f"La fin doit être après le début ({short_day(start)}).")

    def terms(self) -> dict[str, Any]:
        """As the verb takes them."""
        is_national = self.kind.data is AccreditationKind.TIG_NATIONAL
        return {
            "kind": self.kind.data,
            "department_code": None if is_national else self.department_code.data,
            "decided_on": self.decided_on.data,
            "ends_on": self.ends_on.data,
            "reference": self.reference.data or None,
        }
