"""Form fields that refuse in French, at their place, and keep what was typed."""

from app.fields.careful import Careful
from app.fields.chosen import NOT_A_CODE, SelectChoice, one_of, options, radio, several_of
from app.fields.once import OnceKey
from app.fields.typed import Between, Day, Line, Prose, Required, Whole, chain, given, visible

__all__ = [
    "NOT_A_CODE",
    "Between",
    "Careful",
    "Day",
    "Line",
    "OnceKey",
    "Prose",
    "Required",
    "SelectChoice",
    "Whole",
    "chain",
    "given",
    "one_of",
    "options",
    "radio",
    "several_of",
    "visible",
]
