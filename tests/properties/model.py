"""Lots and claims as design §3 says them, in memory: counted day by day, without a database."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from models.base import today
from models.codes.claims import ClaimState, LotState, Sharing

DAY = dt.timedelta(days=1)
# The offer of the lots says that its figures hold for so many days.
HOLDS_DAYS = 5


@dataclass(eq=False)
class Claim:
    """One unit claimed from a day to another, both included; `row` is the same in the database."""

    row: Any
    lot: "Lot"
    first: dt.date
    last: dt.date
    state: ClaimState = ClaimState.HELD
    is_lapsed: bool = False

    @property
    def is_held(self) -> bool:
        """Held and not past its time."""
        return self.state is ClaimState.HELD and not self.is_lapsed

    def planned(self) -> set[dt.date]:
        """The days that were said."""
        return span(self.first, self.last)

    def days(self) -> set[dt.date]:
        """The days on which it counts: somebody who stays on is there today, and not yet gone."""
        if self.state is ClaimState.TAKEN:
            return span(self.first, max(self.last, today()))
        return self.planned() if self.is_held else set()

    def settle(self) -> None:
        """What follows from a promise stored: others of the lot lapse, and stays may be overdue."""
        for other in self.lot.claims:
            if other is not self and other.state is ClaimState.HELD and other.is_lapsed:
                other.state = ClaimState.EXPIRED
        self.lot.has_met_reality |= not self.days() <= self.planned()


@dataclass(eq=False)
class Lot:
    """What a host grants, and who claims it; `row` is the same in the database."""

    row: Any
    places: int
    sharing: Sharing
    open: int = 0
    state: LotState = LotState.OPEN
    valid_on: dt.date = dt.date.min
    reports: int = 0
    claims: list[Claim] = field(default_factory=list)
    # Whether reality may have gone beyond what was promised.
    has_met_reality: bool = False

    @property
    def is_shared(self) -> bool:
        """Whether others are sent there too."""
        return self.sharing is Sharing.SHARED

    def live(self) -> int:
        """How many claims count now."""
        return sum(bool(claim.days()) for claim in self.claims)

    def together(self, day: dt.date, *, but: Claim | None = None) -> int:
        """How many units are claimed on a day."""
        return sum(day in claim.days() for claim in self.claims if claim is not but)

    def grants(self, added: set[dt.date], *, units: int = 1, but: Claim | None = None) -> bool:
        """Whether so many more units may be promised on these days."""
        return all(self.together(day, but=but) + units <= self.open for day in added)

    def left(self, window: set[dt.date]) -> int:
        """What could still be promised on all these days; negative when over capacity."""
        return self.open - max(map(self.together, window))

    def free(self, window: set[dt.date]) -> int | None:
        """What is free, or None for « à confirmer »."""
        is_stale = self.is_shared and self.valid_on < max(min(window), today())
        if is_stale or self.state is LotState.ASSESSMENT:
            return None
        return max(self.left(window), 0)

    def grant(self, opened: int) -> None:
        """Grant another number of units: to grant fewer is reality."""
        self.has_met_reality |= opened < self.open
        self.open = opened

    def hear(self, state: LotState) -> None:
        """A report was made."""
        self.state, self.valid_on = state, today() + HOLDS_DAYS * DAY
        self.reports += 1


def span(first: dt.date, last: dt.date) -> set[dt.date]:
    """Every day from the first to the last."""
    return {first + number * DAY for number in range((last - first).days + 1)}
