"""Narrows a field of codes to those that make sense now."""

from collections.abc import Iterable
from typing import Any

from app.fields import options
from models.base import Code

NOTE_HELP = "N'écrivez ni le motif de la mesure, ni rien qui touche à la santé."


def narrow(field: Any, codes: Iterable[Code]) -> None:
    """Offer only these codes of the field's list, and remember them to refuse the others."""
    allowed = tuple(codes)
    field.choices = [one for one in field.choices if not one.value] + options(allowed)
    field.allowed = frozenset(allowed)
