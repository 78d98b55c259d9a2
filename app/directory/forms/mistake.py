"""A mistake seen on a record, and what came of it."""

from flask_wtf import FlaskForm
from wtforms import RadioField, ValidationError

from app.fields import Careful, OnceKey, Prose, radio
from app.fields.chosen import coded, options
from models.codes.history import About, MistakeState


class MistakeForm(FlaskForm):
    """What is wrong, in a few words."""

    about = radio(About, "Qu'est-ce qui est faux ?", required="Choisissez ce qui est faux.")
    text = Careful(
        "Ce qui est faux, et ce qui serait juste", 1000, required="Écrivez ce qui est faux."
    )
    key = OnceKey()


class AnswerForm(FlaskForm):
    """Corrected, or true as it stood."""

    state = coded(
        RadioField,
        MistakeState,
        "Ce qu'il en est",
        options((MistakeState.FIXED, MistakeState.KEPT)),
        "Choisissez ce qu'il en est.",
    )
    answer = Prose("Votre réponse", 500)

    def validate_state(self, field: RadioField) -> None:
        """One of the two."""
        if field.data is MistakeState.OPEN:
            raise ValidationError("Choisissez ce qu'il en est.")

    def validate_answer(self, field: Prose) -> None:
        """Who says that nothing was wrong says why."""
        if self.state.data is MistakeState.KEPT and not field.data:
            raise ValidationError("Dites en quelques mots pourquoi la fiche est juste.")
