"""A note that a unit writes for itself about an offer."""

from collections.abc import Iterable, Mapping

from flask_wtf import FlaskForm
from wtforms import SelectField, ValidationError

from app.fields import NOT_A_CODE, Careful, SelectChoice
from models.account import Unit

NOTE_MOST = 500


class NoteForm(FlaskForm):
    """`offer_units` says first for which units one may write."""

    text = Careful(
        "Note",
        NOTE_MOST,
        required="Écrivez la note.",
        description="Ce qu'il est utile de savoir pour travailler avec ce partenaire."
        f" {NOTE_MOST} caractères au plus.",
    )
    unit_id = SelectField("Pour l'unité", validate_choice=False)

    names: Mapping[str, str] = {}

    def offer_units(self, units: Iterable[Unit]) -> None:
        """The units one belongs to; the only one is chosen already."""
        self.names = {str(unit.id): unit.name for unit in units}
        self.unit_id.choices = [SelectChoice(key, name) for key, name in self.names.items()]
        if len(self.names) == 1:
            self.unit_id.data = next(iter(self.names))

    def validate_unit_id(self, field: SelectField) -> None:
        """One of one's own."""
        if field.data not in self.names:
            raise ValidationError(NOT_A_CODE)
