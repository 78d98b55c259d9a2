"""Form fields that refuse in French, at their place, and keep what was typed."""

from app.fields.chosen import one_of, options, radio, several_of
from app.fields.typed import Between, Day, Line, Required, Whole, chain, visible

__all__ = [
    "Between",
    "Day",
    "Line",
    "Required",
    "Whole",
    "chain",
    "one_of",
    "options",
    "radio",
    "several_of",
    "visible",
]
