"""An ordinary week of opening hours, days with the same hours together; what is shut; pure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from opening_hours import OpeningHours, validate

from app.hours.closing import Closed, closed_periods, without_exceptions
from app.hours.days import Slot, by_day, plain
from models.base import PARIS

# A sheet is read for some weeks.
SOON = dt.timedelta(days=60)
MIDNIGHT = dt.time()
Slots = tuple[tuple[dt.time, dt.time], ...]
ALL_DAY: Slots = ((MIDNIGHT, MIDNIGHT),)


@dataclass(frozen=True)
class Days:
    """Days in a row, 0 for Monday, and the hours they share; an end at midnight is 00:00."""

    first: int
    last: int
    slots: Slots


def ordinary_week(text: str | None, monday: dt.date) -> list[Days] | None:
    """The days of the week with opening hours, holidays and closed periods aside.

    A night is told with its evening, its end before its beginning; None when nothing can be read.
    """
    known = plain(without_exceptions(text)) if text else None
    if not known or not validate(known):
        return None
    days = by_day(OpeningHours(known, timezone=PARIS), monday, PARIS)
    return list(_together([(day, _slots(slots)) for day, slots in enumerate(days)]))


def closed_soon(text: str, on: dt.date) -> list[Closed]:
    """The closed periods of the weeks to come, the first one first."""
    told = [one for one in closed_periods(text) if one.last >= on and one.first <= on + SOON]
    return sorted(told, key=lambda one: one.first)


def _together(days: list[tuple[int, Slots]]) -> Iterator[Days]:
    for slots, same in groupby(days, key=lambda one: one[1]):
        numbers = [day for day, _ in same]
        if slots:
            yield Days(numbers[0], numbers[-1], slots)


def _slots(slots: list[Slot]) -> Slots:
    return tuple((slot.begin.time(), slot.end.time()) for slot in slots if slot.is_sure)
