"""The sheet of an offer: what a counsellor telephones to ask, None where nobody said."""

from app.directory.sheet.common import (
    admission_rows,
    audience_rows,
    number_rows,
    reach_rows,
    welcome_rows,
)
from app.directory.sheet.kinds import kind_rows
from app.directory.sheet.words import Section

__all__ = [
    "Section",
    "admission_rows",
    "audience_rows",
    "kind_rows",
    "number_rows",
    "reach_rows",
    "welcome_rows",
]
