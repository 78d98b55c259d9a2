"""A word, and the entry of the vocabulary that it means."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField, ValidationError

from app.fields import Line, SelectChoice, chain
from app.vocabulary import rules
from search.vocabulary.choices import choices

CHOOSE = "Choisissez dans la liste ce que le mot veut dire."


def entries() -> list[Any]:
    """Nothing at first, then every entry."""
    known = (SelectChoice(means, said) for means, said in choices().items())
    return [SelectChoice("", "Choisir…"), *known]


class SynonymForm(FlaskForm):
    """What a coordinator proposes."""

    mot = Line("Le mot, ou les mots", 60, required="Écrivez le mot que vous proposez.")
    sens = SelectField("Veut dire", chain(CHOOSE), choices=entries, validate_choice=False)

    def validate_sens(self, field: SelectField) -> None:
        """One of the entries, and no other."""
        if field.data not in choices():
            raise ValidationError(CHOOSE)

    def validate_mot(self, field: Line) -> None:
        """A word that is not known yet."""
        if not field.errors and (said := rules.fault(field.data or "", self.sens.data or "")):
            raise ValidationError(said)
