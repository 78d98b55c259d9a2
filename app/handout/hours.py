"""An ordinary week of opening hours, days with the same hours together; pure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from opening_hours import OpeningHours, State, validate

from models.base import PARIS

A_DAY = dt.timedelta(days=1)
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
    """The days of the week with opening hours, holidays aside; None when nothing can be read."""
    if not text or not validate(text):
        return None
    hours = OpeningHours(text, timezone=PARIS)
    days = [(day, _slots(hours, monday + A_DAY * day)) for day in range(7)]
    return list(_together(days))


def _together(days: list[tuple[int, Slots]]) -> Iterator[Days]:
    for slots, same in groupby(days, key=lambda one: one[1]):
        numbers = [day for day, _ in same]
        if slots:
            yield Days(numbers[0], numbers[-1], slots)


def _slots(hours: OpeningHours, date: dt.date) -> Slots:
    start = dt.datetime.combine(date, MIDNIGHT, PARIS)
    end = dt.datetime.combine(date + A_DAY, MIDNIGHT, PARIS)
    return tuple(
        (max(begin, start).time(), min(until, end).time())
        for begin, until, state, _ in hours.intervals(start, end)
        if state is not State.CLOSED
    )
