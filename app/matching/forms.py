"""What a counsellor sends to hold a place: its days, and a reason for each criterion set aside."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField
from wtforms.validators import InputRequired, ValidationError

from app.decisions.judging import Holding
from app.decisions.verdicts import Verdict
from app.fields import Careful
from app.filters import short_day
from models.base import today

MAX_STAY_DAYS = 3 * 365
REASON = "Motif écrit"


class HoldForm(FlaskForm):
    """The days of the hold."""

    starts_on = DateField(
        "Premier jour", [InputRequired("Indiquez le premier jour, par exemple 03/03/2027.")]
    )
    ends_on = DateField(
        "Dernier jour", [InputRequired("Indiquez le dernier jour, par exemple 30/06/2027.")]
    )
    to_lift: tuple[Verdict, ...] = ()

    def validate_starts_on(self, field: DateField) -> None:
        """A place is not held in the past."""
        if field.data and field.data < today():
            raise ValidationError("Le premier jour est déjà passé : choisissez une date à venir.")

    def validate_ends_on(self, field: DateField) -> None:
        """The end comes after the start, and not years later."""
        start = self.starts_on.data
        if not (field.data and start):
            return
        if field.data < start:
            raise ValidationError(f"La fin doit être après le début ({short_day(start)}).")
        if (field.data - start).days > MAX_STAY_DAYS:
            raise ValidationError("Une place se réserve pour trois ans au plus.")

    @property
    def reasons(self) -> dict[Verdict, str]:
        """The written reason of each criterion set aside."""
        return {one: self[f"reason_{one.criterion}"].data.strip() for one in self.to_lift}


def hold_form(holding: Holding, **defaults: Any) -> HoldForm:
    """The form for one offer: one reason asked per criterion that is not met."""
    fields = {
        f"reason_{one.criterion}": Careful(
            f"{REASON} : {one.label}",
            500,
            "Écrivez pourquoi ce critère peut être levé.",
            least=10,
            description=one.sentence,
        )
        for one in holding.to_lift
    }
    chosen: type[HoldForm] = type("OfferHoldForm", (HoldForm,), fields)
    chosen.to_lift = holding.to_lift
    return chosen(**defaults)
