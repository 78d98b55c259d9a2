"""Writes of casework: verbs with plain arguments; they flush what they add, and never commit."""

from app.casework.actions.avoidance import avoid, forbid_zone, lift_zone, stop_avoiding
from app.casework.actions.needs import add_need
from app.casework.actions.people import add_measure, correct_identity, create_person, know_as
from app.casework.actions.plans import (
    close_plan,
    move_pillar,
    open_plan,
    prove,
    revise_plan,
    unprove,
)

__all__ = [
    "add_measure",
    "add_need",
    "avoid",
    "close_plan",
    "correct_identity",
    "create_person",
    "forbid_zone",
    "know_as",
    "lift_zone",
    "move_pillar",
    "open_plan",
    "prove",
    "revise_plan",
    "stop_avoiding",
    "unprove",
]
