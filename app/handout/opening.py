"""The answer about opening hours: the ordinary week, public holidays, periods soon closed."""

import datetime as dt

from markupsafe import Markup

from app.handout.hours import ALL_DAY, MIDNIGHT, Days, closed_soon, ordinary_week
from app.handout.sheet import Given
from app.handout.words import Words
from app.hours.closing import Closed, is_shut_on_holidays

# The sheet holds on one page: what is shut is said as far as there is room, the next period first.
MOST_LINES = 7


def opening(given: Given, text: str | None) -> list[Markup]:
    """By the day when they can be read; else as they are written, if that is neutral."""
    words = given.words
    if not text:
        return []
    week = ordinary_week(text, given.on - dt.timedelta(days=given.on.weekday()))
    if week is not None:
        lines = _week(words, week)
        return lines + _shut(given, text)[: max(MOST_LINES - len(lines), 1)] if lines else []
    said = given.sieve.words(text)
    return [words("schedule", text=words.french(said.rstrip(".")))] if said else []


def _week(words: Words, week: list[Days]) -> list[Markup]:
    if [(one.first, one.last, one.slots) for one in week] == [(0, 6, ALL_DAY)]:
        return [words("always")]
    return [_days(words, days) for days in week]


def _shut(given: Given, text: str) -> list[Markup]:
    """The closed periods of the weeks to come, and public holidays."""
    lines = [_shut_for(given.words, one) for one in closed_soon(text, given.on)]
    return lines + ([given.words("shut_on_holidays")] if is_shut_on_holidays(text) else [])


def _shut_for(words: Words, period: Closed) -> Markup:
    first, last = words.day(period.first), words.day(period.last)
    if first == last:
        return words("shut_on", date=first)
    return words("shut_from", first=first, last=last)


def _days(words: Words, days: Days) -> Markup:
    names = words.language.weekdays
    slots = [
        words("slot", start=words.clock(start), end=_end(words, end)) for start, end in days.slots
    ]
    said = words.listed(slots)
    if (days.first, days.last) == (0, 6):
        return words("days_all", slots=said)
    if days.first == days.last:
        return words("days_one", first=names[days.first], slots=said)
    return words("days_range", first=names[days.first], last=names[days.last], slots=said)


def _end(words: Words, end: dt.time) -> Markup | str:
    return words.language.midnight if end == MIDNIGHT else words.clock(end)
