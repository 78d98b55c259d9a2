"""The court measure: its type, and for a TIG its hours and the date that starts its 18 months."""

from typing import Any

from wtforms import ValidationError

from app.casework import rules
from app.fields import Day, Whole, one_of
from models.base import today
from models.codes.people import MeasureType, OffenceClass

DAYS_SENTENCE = "Écrivez un nombre de jours, de 0 à 3 000."
HOURS_SENTENCE = "Écrivez un nombre entier d'heures, par exemple 105."


class MeasureFields:
    """What was ordered and since when; never the offence."""

    measure_type = one_of(MeasureType, "Mesure", required="Choisissez la mesure suivie.")
    offence_class = one_of(OffenceClass, "Nature de l'infraction (borne le nombre d'heures)")
    hours_ordered = Whole("Heures prononcées", 1, 99_999, HOURS_SENTENCE)
    enforceable_on = Day("Exécutoire le")
    suspended_days = Whole(
        "Jours de suspension décidés par le JAP",
        0,
        3000,
        DAYS_SENTENCE,
    )

    @property
    def has_hours(self) -> bool:
        """Whether the measure chosen is one of those that order hours."""
        return self.measure_type.data in rules.WITH_HOURS

    def validate_offence_class(self, field: Any) -> None:
        """RULE-TIG-10: the class must be one this measure can have."""
        if not self.has_hours:
            return
        refused = refuse_class(self.measure_type.data, field.data)
        if refused and not field.errors:
            raise ValidationError(refused)

    def validate_hours_ordered(self, field: Whole) -> None:
        """RULE-TIG-01, 02: asked of a TIG only, between the bounds of its class."""
        if field.errors or not self.has_hours:
            return
        if field.data is None:
            raise ValidationError("Écrivez le nombre d'heures prononcées.")
        refused = rules.refuse_hours(field.data, self.offence_class.data, today())
        if refused:
            raise ValidationError(refused)

    def validate_enforceable_on(self, field: Day) -> None:
        """RULE-TIG-03: without it the deadline of 18 months cannot be known."""
        if field.errors or not self.has_hours:
            return
        if field.data is None:
            raise ValidationError("Écrivez la date à laquelle la décision est devenue exécutoire.")
        refused = rules.refuse_enforceable(field.data, today())
        if refused:
            raise ValidationError(refused)

    def measure(self) -> dict[str, Any]:
        """The measure as `actions.add_measure` takes it."""
        told: dict[str, Any] = {"type": self.measure_type.data}
        if not self.has_hours:
            return told
        return told | {
            "offence_class": self.offence_class.data,
            "hours_ordered": self.hours_ordered.data,
            "enforceable_on": self.enforceable_on.data,
            "suspended_days": self.suspended_days.data or 0,
        }


def refuse_class(measure: MeasureType, offence_class: OffenceClass | None) -> str | None:
    """What is wrong with the class, or None."""
    if offence_class is None:
        return "Choisissez délit, contravention ou composition pénale."
    return rules.refuse_class(measure, offence_class)
