"""Answers to a request."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from app.answers.reasons import reasons_of
from app.fields import NOT_A_CODE, Careful, one_of
from models.codes.journey import Party, RefusalReason


class AnswerForm(FlaskForm):
    """An agreement, now or later."""

    note = Careful("Message", 500, description="Par exemple l'heure et la personne à demander.")


class RefusalForm(FlaskForm):
    """A refusal, for one of the partner's own reasons."""

    reason = one_of(
        RefusalReason,
        "Motif",
        required="Choisissez le motif du refus.",
        among=reasons_of(Party.PARTNER),
    )
    note = Careful("Précision", 500, description="Aucune information médicale ou judiciaire.")

    def validate_reason(self, field: Any) -> None:
        """Neither the person's reasons nor those of justice."""
        if field.data and field.data.party is not Party.PARTNER:
            raise ValidationError(NOT_A_CODE)
