"""One request while it is told: for which need, at which lot, by whom, and what is asked."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from models.account import Account
from models.capacity import PlaceLot
from models.orientation import Orientation
from models.placement import Placement
from models.plan import Need
from seeds.demo.reading import day
from seeds.demo.voices import Voice

HOLD_DAYS_BEFORE = 20


@dataclass(kw_only=True)
class Told:
    """One request while it is told: for which need, at which lot, by whom, and what was asked."""

    session: Session
    need: Need
    lot: PlaceLot
    officer: Account
    host: Voice
    asked: dict[str, Any]
    made: list[Orientation] = field(default_factory=list)

    @property
    def orientation(self) -> Orientation:
        """The request, once its place is held."""
        return self.made[0]

    @property
    def placement(self) -> Placement:
        """The stay, once it is confirmed."""
        assert self.orientation.placement is not None
        return self.orientation.placement

    @property
    def since(self) -> int:
        """The day of the hold, counted from today."""
        return int(self.asked.get("since", self.asked["start"] - HOLD_DAYS_BEFORE))

    @property
    def starts_on(self) -> dt.date:
        """First day asked for."""
        return day(self.asked["start"])

    @property
    def ends_on(self) -> dt.date:
        """Last day asked for."""
        return day(self.asked["start"] + self.asked["days"] - 1)

    @property
    def answer(self) -> dict[str, Any]:
        """Who answers, as the verbs of answers take it."""
        return {
            "by": self.host.by,
            "channel": self.host.channel,
            "said_by": self.host.said_by,
            "note": self.asked.get("note", ""),
        }
