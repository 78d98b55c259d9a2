"""The hours of each day as one says them: a night is told with the evening it begins; pure."""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State

A_DAY = dt.timedelta(days=1)
DAYS = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
# OpenStreetMap: a rule that is only a comment says neither open nor closed.
COMMENT_ALONE = re.compile(rf'(^|;)(\s*(?:{DAYS}(?:[-,]{DAYS})*\s+)?)(?=")')
# What is meant by these depends on the rules before them, and is read otherwise by each program.
FALLBACK = "||"


@dataclass(frozen=True)
class Slot:
    """Hours of one day, on the clock of the place; `end` may be the next morning.

    `is_sure` is false where the text says neither open nor closed.
    """

    begin: dt.datetime
    end: dt.datetime
    comment: str
    is_sure: bool

    @property
    def is_whole_day(self) -> bool:
        """From midnight to midnight."""
        return self.begin.time() == dt.time() and self.end - self.begin == A_DAY

    @property
    def ends_at_midnight(self) -> bool:
        """At the end of the day."""
        return self.end.time() == dt.time()

    @property
    def is_night(self) -> bool:
        """Whether it ends the next morning."""
        return self.end.date() > self.begin.date() and not self.ends_at_midnight


def plain(text: str) -> str | None:
    """The same text for the library, which takes a comment for an opening; None if it cannot."""
    if FALLBACK in text:
        return None
    return COMMENT_ALONE.sub(r"\1\2unknown ", text)


def by_day(hours: OpeningHours, monday: dt.date, zone: ZoneInfo) -> list[list[Slot]]:
    """The slots of seven days; one that lasts a day or more is told day by day."""
    first = dt.datetime.combine(monday, dt.time(), zone)
    days: list[list[Slot]] = [[] for _ in range(7)]
    for begin, end, state, comment in hours.intervals(first - A_DAY, first + 8 * A_DAY):
        if state is not State.CLOSED:
            whole = Slot(begin, end, comment, state is State.OPEN)
            for slot in [whole] if end - begin < A_DAY else _cut(whole):
                shift = (slot.begin.date() - monday).days
                if 0 <= shift < 7:
                    days[shift].append(slot)
    return days


def _cut(slot: Slot) -> list[Slot]:
    """The same at each midnight."""
    pieces, begin = [], slot.begin
    while begin < slot.end:
        midnight = dt.datetime.combine(begin.date() + A_DAY, dt.time(), begin.tzinfo)
        pieces.append(Slot(begin, min(slot.end, midnight), slot.comment, slot.is_sure))
        begin = midnight
    return pieces
