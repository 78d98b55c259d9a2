"""What this browser's session has counted this week: looked at again, it is not searched again."""

from typing import Any

from flask import session

from app.unmet.actions import monday
from models.base import today
from models.secret import keyring

KEPT = "unmet"
# A signed cookie is short: the oldest are forgotten.
MOST = 20
LETTERS = 10


def is_first(*about: Any) -> bool:
    """Whether the session has not counted this yet; from now on, it has."""
    week = monday(today()).isoformat()
    mark = keyring.digest(week, *map(str, about))[:LETTERS]
    marks = session.get(KEPT, [])
    if mark in marks:
        return False
    session[KEPT] = [*marks, mark][-MOST:]
    return True
