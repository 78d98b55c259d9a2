"""Turns events and lifted criteria into lines of a timeline: when, who, what, note."""

from typing import Any

from flask import Flask

from models.lift import CriterionLift
from models.orientation import OrientationEvent
from models.placement import PlacementEvent


def event_line(event: OrientationEvent | PlacementEvent) -> dict[str, Any]:
    """One move, who made it and when."""
    return {
        "when": event.happened_at,
        "who": event.who,
        "what": event.what,
        "note": event.note,
    }


def lift_line(lift: CriterionLift) -> dict[str, Any]:
    """One criterion set aside, with its written reason."""
    return {"when": lift.lifted_at, "who": None, "what": lift.sentence, "note": lift.reason}


def init_app(app: Flask) -> None:
    """Give templates the two filters."""
    app.jinja_env.filters["event_line"] = event_line
    app.jinja_env.filters["lift_line"] = lift_line
