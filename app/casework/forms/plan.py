"""The plan: its window, the person's means, the days they are free, the tag they wear."""

from typing import Any

from wtforms import BooleanField, ValidationError

from app.casework import rules
from app.casework.forms.home import HomeFields
from app.fields import Day, Whole, one_of, several_of
from app.filters import short_day
from models.base import today
from models.codes.offer import Band, Weekday
from models.codes.people import EmploymentStatus, Mobility

HOURS_SENTENCE = "Écrivez un nombre d'heures, de 0 à 60."
AT_WORK = frozenset({EmploymentStatus.EMPLOYED, EmploymentStatus.TRAINING})


class PlanFields(HomeFields):
    """A window, never a date: a release moves forward or back (RULE-HOU-12)."""

    earliest_on = Day("Au plus tôt le", required="Écrivez le premier jour possible.")
    latest_on = Day("Au plus tard le", required="Écrivez le dernier jour possible.")
    mobility = one_of(Mobility, "Se déplace", required="Choisissez le moyen de transport.")
    can_drive = BooleanField("Peut conduire un véhicule pendant le placement")
    employment = one_of(EmploymentStatus, "Situation", required="Choisissez la situation.")
    job_hours_per_week = Whole(
        "Heures de travail ou de formation par semaine",
        0,
        60,
        HOURS_SENTENCE,
    )
    free_days = several_of(Weekday, "Jours libres")
    free_bands = several_of(Band, "Moments libres")
    has_tag = BooleanField("Porte un bracelet électronique (DDSE, ARSE)")
    is_medical_exam_asked = BooleanField("Le service demande une visite médicale avant le début")

    def validate_latest_on(self, field: Day) -> None:
        """The end comes after the start, and neither is over nor years away."""
        if field.errors or field.data is None or self.earliest_on.data is None:
            return
        start = self.earliest_on.data
        refused = rules.refuse_window(start, field.data, today(), short_day(start))
        if refused:
            raise ValidationError(refused)

    def validate_job_hours_per_week(self, field: Whole) -> None:
        """RULE-TIG-21: the 47 hours a week cannot be counted without them."""
        if field.data is None and not field.errors and self.employment.data in AT_WORK:
            raise ValidationError("Écrivez le nombre d'heures par semaine.")

    def plan(self) -> dict[str, Any]:
        """The plan as `actions.open_plan` takes it."""
        names = (
            *("earliest_on", "latest_on", "mobility", "can_drive", "employment"),
            *("free_days", "free_bands", "has_tag", "is_medical_exam_asked"),
        )
        told = {name: getattr(self, name).data for name in names}
        at_work = self.employment.data in AT_WORK
        hours = (self.job_hours_per_week.data or 0) if at_work else 0
        return told | self.home() | {"job_hours_per_week": hours}
