"""The history of one unit of a lot: past stays, the present one or a hold, none at once."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from psycopg.types.range import DateRange

from bench.country.dice import NOW, TODAY, Dice, midnight
from bench.country.offers import Drawn
from bench.country.staff import Unit
from models.codes.claims import ClaimState

DAY = dt.timedelta(days=1)
TAKEN_NOW, HELD_NOW = 0.33, 0.08
PAST_STAYS = [0, 0, 1, 1, 2]
GIVEN_UP = 0.25


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim, with what a request for it needs to know."""

    id: uuid.UUID
    lot: int
    offer: Drawn
    unit: Unit
    state: ClaimState
    first: dt.date
    last: dt.date
    held_at: dt.datetime
    is_stay: bool

    @property
    def taken_at(self) -> dt.datetime | None:
        """When it was confirmed, if it was."""
        return self.held_at + 3 * DAY if self.is_stay else None

    @property
    def ended_at(self) -> dt.datetime | None:
        """When it was given back; a hold that led to nothing, some days after it was made."""
        if self.state in (ClaimState.HELD, ClaimState.TAKEN):
            return None
        return midnight(self.last) if self.is_stay else self.held_at + 7 * DAY

    def row(self) -> dict[str, Any]:
        """The row of the table; the range stored is half-open."""
        return {
            "id": self.id,
            "lot_id": self.lot,
            "unit_id": self.unit.id,
            "state": self.state,
            "during": DateRange(self.first, self.last + DAY),
            "held_at": self.held_at,
            "expires_at": self.held_at + 7 * DAY,
            "taken_at": self.taken_at,
            "ended_at": self.ended_at,
            "is_returned": True if self.state is ClaimState.RELEASED else None,
        }


def history(dice: Dice, offer: Drawn, unit: Unit, lot: int) -> list[Claimed]:
    """What happened to one unit over a year, the present first."""

    def claim(state: ClaimState, first: dt.date, last: dt.date, **drawn: Any) -> Claimed:
        return Claimed(dice.key(), lot, offer, unit, state, first, last, **drawn)

    made, drawn, before = [], dice.random(), TODAY - 5 * DAY
    if drawn < TAKEN_NOW:
        first = dice.day(-90, 20)
        held = min(midnight(first), NOW) - dice.randint(5, 25) * DAY
        stay = {"held_at": held, "is_stay": True}
        made.append(claim(ClaimState.TAKEN, first, dice.day(25, 150), **stay))
        before = min(first, before)
    elif drawn < TAKEN_NOW + HELD_NOW:
        first = dice.day(3, 40)
        hold = {"held_at": dice.ago(0.1, 5), "is_stay": False}
        made.append(claim(ClaimState.HELD, first, first + dice.randint(20, 120) * DAY, **hold))
    for _ in range(dice.choice(PAST_STAYS)):
        last = before - dice.randint(1, 30) * DAY
        before = last - dice.randint(10, 90) * DAY
        is_stay = not dice.happens(GIVEN_UP)
        gone = dice.choice([ClaimState.RELEASED, ClaimState.EXPIRED])
        state = ClaimState.RELEASED if is_stay else gone
        held = midnight(before) - dice.randint(5, 25) * DAY
        made.append(claim(state, before, last, held_at=held, is_stay=is_stay))
    return made
