"""Reads opening hours written the OpenStreetMap way, and says them by the day; pure."""

import datetime as dt
from dataclasses import dataclass

from holidays import country_holidays
from opening_hours import OpeningHours, State, validate

from app.filters import DAYS, clock, day
from models.base import PARIS

A_DAY = dt.timedelta(days=1)
HORIZON_DAYS = 366


@dataclass(frozen=True)
class Week:
    """The seven days of this week, and what the door is now; `now_said` is None when unsure."""

    rows: tuple[tuple[str, str], ...]
    is_open: bool
    now_said: str


def parse(text: str) -> OpeningHours | None:
    """The hours with French public holidays, or None when they cannot be read."""
    if not validate(text):
        return None
    return OpeningHours(text, timezone=PARIS, country="FR", max_interval_days=HORIZON_DAYS)


def read_week(text: str | None, at: dt.datetime) -> Week | None:
    """This week's hours, Monday first; None when nothing can be read."""
    hours = parse(text) if text else None
    if hours is None:
        return None
    here = at.astimezone(PARIS)
    monday = here.date() - dt.timedelta(days=here.weekday())
    rows = tuple(_row(hours, monday + A_DAY * shift) for shift in range(7))
    is_open = hours.is_open(here)
    return Week(rows, is_open, _now(hours, here, is_open=is_open))


def _row(hours: OpeningHours, date: dt.date) -> tuple[str, str]:
    start = dt.datetime.combine(date, dt.time(), PARIS)
    said = [
        _slot(begin, end, comment, start)
        for begin, end, state, comment in hours.intervals(start, start + A_DAY)
        if state is not State.CLOSED
    ]
    name = DAYS[date.weekday()]
    if date in country_holidays("FR", years=date.year):
        name += " (férié)"
    return name, ", ".join(said) or "fermé"


def _slot(begin: dt.datetime, end: dt.datetime, comment: str, start: dt.datetime) -> str:
    if begin <= start and end >= start + A_DAY:
        return f"24 h sur 24 {comment}".strip()
    return f"{clock(begin)} à {_end(end, start)} {comment}".strip()


def _end(end: dt.datetime, start: dt.datetime) -> str:
    return "minuit" if end >= start + A_DAY else clock(end)


def _now(hours: OpeningHours, here: dt.datetime, *, is_open: bool) -> str:
    change = hours.next_change(here)
    word = "Ouvert maintenant" if is_open else "Fermé maintenant"
    if change is None:
        return word
    verb = "jusqu'à" if is_open else "ouvre"
    if change.date() == here.date():
        return f"{word}, {verb} {clock(change)}" if is_open else f"{word}, {verb} à {clock(change)}"
    return f"{word}, {verb} {day(change)} à {clock(change)}"
