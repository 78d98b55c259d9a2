"""The forms of each page, put together from their parts; the order is that of the page."""

from collections.abc import Iterator
from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField, ValidationError

from app.access import COUNSELLORS
from app.casework.forms.bounds import BoundsFields
from app.casework.forms.home import HomeFields
from app.casework.forms.identity import IdentityFields
from app.casework.forms.measure import MeasureFields
from app.casework.forms.need import NeedFields
from app.casework.forms.plan import PlanFields
from app.fields import OnceKey, Required, SelectChoice
from models.account import Account

NEEDS_HOURS = (
    "Un poste de TIG se cherche pour un TIG, un sursis probatoire avec TIG ou un TNR :"
    " choisissez l'une de ces mesures, ou cherchez autre chose."
)


class NewPersonForm(IdentityFields, MeasureFields, PlanFields, NeedFields, BoundsFields, FlaskForm):
    """A person, their measure, their plan and a first need on one page."""

    parts = (IdentityFields, MeasureFields, PlanFields, HomeFields, NeedFields, BoundsFields)
    key = OnceKey()
    unit_id = SelectField(
        "Unité",
        [Required("Choisissez l'unité qui suit la personne.")],
        coerce=int,
        validate_choice=False,
    )

    def __iter__(self) -> Iterator[Any]:
        """Fields in the order of the page: the summary of errors is read from top to bottom."""
        order = [name for part in self.parts for name in vars(part)]
        ranks = {name: rank for rank, name in enumerate(order)}
        return iter(sorted(super().__iter__(), key=lambda field: ranks.get(field.name, 0)))

    def offer_units(self, account: Account) -> None:
        """The units this counsellor may file somebody in; the only one is chosen already."""
        mine = [m.unit for m in account.memberships if m.role in COUNSELLORS and m.unit]
        self.units = {unit.id: unit.name for unit in mine}
        self.unit_id.choices = [SelectChoice(str(key), name) for key, name in self.units.items()]
        if len(self.units) == 1:
            self.unit_id.data = next(iter(self.units))

    def validate_unit_id(self, field: SelectField) -> None:
        """Nobody is filed in a unit one does not belong to."""
        if field.data not in self.units:
            raise ValidationError("Choisissez l'une de vos unités.")

    def validate_measure_type(self, field: Any) -> None:
        """A TIG post needs the hours to do."""
        if field.data and self.is_tig and not self.has_hours:
            raise ValidationError(NEEDS_HOURS)


class IdentityForm(IdentityFields, FlaskForm):
    """Who the person is, corrected."""


class MeasureForm(MeasureFields, FlaskForm):
    """One more measure."""

    key = OnceKey()


class PlanForm(PlanFields, BoundsFields, FlaskForm):
    """A plan opened or revised; a zone drawn is added to those it has."""


class NeedForm(NeedFields, FlaskForm):
    """One more need; a TIG post needs a measure that orders hours."""

    key = OnceKey()
    has_tig_measure = False

    def validate_family(self, field: Any) -> None:
        """Without hours to do, no post can be found."""
        if self.is_tig and not self.has_tig_measure:
            raise ValidationError("Ajoutez d'abord la mesure de TIG de la personne.")
