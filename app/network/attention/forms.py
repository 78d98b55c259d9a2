"""What one notes after a call: a word, who said it, and what the row showed meanwhile."""

from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.validators import AnyOf

from app.fields import Line
from app.network.attention.actions import VERBS

UNKNOWN_WORD = "Choisissez « Toujours exact » ou « Complet »."


class HeardForm(FlaskForm):
    """One press beside an offer."""

    mot = HiddenField(validators=[AnyOf(list(VERBS), UNKNOWN_WORD)])
    vu = HiddenField()
    qui = Line("Qui avez-vous eu ? (facultatif)", 120)
