"""Decisions on the list of a département, with their opinions; days that have come."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from app.fields import Day
from models.base import today

FUTURE = "Cette date n'est pas encore venue."


class PastDay(Day):
    """A day that has come."""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Nobody decides tomorrow."""
        if self.data and self.data > today():
            raise ValidationError(FUTURE)


class ListingForm(FlaskForm):
    """Both opinions, or ten days (RULE-TIG-16)."""

    prosecutor_opinion_on = PastDay("Avis du procureur reçu le")
    judge_opinion_on = PastDay("Avis du juge de l'application des peines reçu le")

    def opinions(self) -> dict[str, Any]:
        """As the verb takes them."""
        return {
            "prosecutor_on": self.prosecutor_opinion_on.data,
            "judge_on": self.judge_opinion_on.data,
        }
