"""The pages of casework, one module per page; importing it registers them all."""

from app.casework.routes import (
    day,
    identity,
    measures,
    needs,
    opening,
    people,
    plans,
    sheets,
    zones,
)
from app.casework.routes.base import blueprint

__all__ = [
    "blueprint",
    "day",
    "identity",
    "measures",
    "needs",
    "opening",
    "people",
    "plans",
    "sheets",
    "zones",
]
