"""Places: a press on − or +, « complet », « inchangé », a whole report."""

import re

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField

from app.fields import Line, Prose, Required, Whole, one_of
from app.portal.actions import FULL, SAME
from models.codes.claims import LotState

MOST = 999
A_NUMBER = f"Écrivez un nombre entier de places, de 0 à {MOST}."


class AnnouncedField(StringField):
    """A number of places free, or one of the two words."""

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = typed[:40]
        if typed not in (FULL, SAME) and not re.fullmatch(r"[0-9]{1,3}", typed):
            raise ValueError(A_NUMBER)


class AnnouncementForm(FlaskForm):
    """One press; `seen` is the token of the figures it was pressed on."""

    value = AnnouncedField("Places libres", [Required(A_NUMBER)])
    seen = HiddenField()


class ReportForm(FlaskForm):
    """What is free beyond the claims listed above it."""

    answer = Whole(
        "Combien de places en plus de celles-ci ?",
        *(0, MOST, A_NUMBER),
        required="Écrivez un nombre de places ; 0 si vous n'en avez plus.",
    )
    state = one_of(LotState, "Comment y entre-t-on ?", default=LotState.OPEN)
    note = Prose("Précision", 300)
    said_by = Line("Qui vous l'a dit ?", 120, required="Écrivez le nom de qui vous l'a dit.")
    seen = HiddenField()


class TotalForm(FlaskForm):
    """How many places there are in all."""

    places = Whole(
        "Nombre total de places",
        *(0, MOST, A_NUMBER),
        required="Écrivez le nombre total de places.",
    )
    said_by = Line("Qui vous l'a dit ?", 120, required="Écrivez le nom de qui vous l'a dit.")
    seen = HiddenField()
