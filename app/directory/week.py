"""Reads opening hours written the OpenStreetMap way, and says them by the day; pure."""

import datetime as dt
import re
from dataclasses import dataclass

from opening_hours import OpeningHours, validate
from opening_hours import ParserError as Unread  # type: ignore[attr-defined]

from app.directory.zones import clock_of, is_holiday, local_holidays
from app.filters import DAYS, clock, day, period
from app.hours.closing import closed_periods, write_day
from app.hours.days import Slot, by_day, plain
from models.base import PARIS

A_DAY = dt.timedelta(days=1)
HORIZON_DAYS = 366
MOST_CHANGES = 100
HOLIDAYS_OFF = re.compile(r"\bPH\s+(?:off|closed)\b")
STOPS_AT = re.compile(r"--> 1:(\d+)")


@dataclass(frozen=True)
class Week:
    """The seven days of this week, what the door is now, and the periods it stays shut."""

    rows: tuple[tuple[str, str], ...]
    is_open: bool
    now_said: str
    closed: tuple[str, ...] = ()


def parse(text: str, department_code: str | None = None) -> OpeningHours | None:
    """The hours with the public holidays of the département, or None when they cannot be read."""
    known = plain(text)
    if known is None or not validate(known):
        return None
    years = (dt.date.today().year, dt.date.today().year + 1)  # noqa: DTZ011
    off = local_holidays(department_code, years) if HOLIDAYS_OFF.search(text) else []
    whole = "; ".join([known, *(f"{write_day(one)} off" for one in off)])
    zone = clock_of(department_code)
    return OpeningHours(whole, timezone=zone, country="FR", max_interval_days=HORIZON_DAYS)


def unread_from(text: str) -> int:
    """The place of the first character that cannot be read, from 1; 0 when all can."""
    try:
        OpeningHours(text)
    except Unread as error:
        found = STOPS_AT.search(str(error))
        return int(found[1]) if found else 1
    return 0


def read_week(text: str | None, at: dt.datetime, department_code: str | None = None) -> Week | None:
    """This week's hours, Monday first; None when nothing can be read."""
    hours = parse(text, department_code) if text else None
    if hours is None or text is None:
        return None
    zone = clock_of(department_code)
    here = at.astimezone(zone)
    monday = here.date() - dt.timedelta(days=here.weekday())
    days = enumerate(by_day(hours, monday, zone))
    rows = tuple(_row(monday + A_DAY * n, slots, department_code) for n, slots in days)
    is_open = hours.is_open(here)
    shut = tuple(
        period(one.first, one.last) for one in closed_periods(text) if one.last >= here.date()
    )
    said = _now(hours, here, is_open=is_open)
    # Whoever reads it in Paris has another clock.
    return Week(rows, is_open, said if zone == PARIS else f"{said} (heure locale)", shut)


def _row(date: dt.date, slots: list[Slot], department_code: str | None) -> tuple[str, str]:
    name = DAYS[date.weekday()]
    if is_holiday(date, department_code):
        name += " (férié)"
    return name, ", ".join(_said(slot) for slot in slots) or "fermé"


def _said(slot: Slot) -> str:
    """« 9 h à 12 h sur rendez-vous », « 20 h à 8 h le lendemain », « 24 h sur 24 »."""
    unsure = "" if slot.is_sure or slot.comment else "à confirmer"
    note = slot.comment or unsure
    if slot.is_whole_day:
        return f"24 h sur 24 {note}".strip() if slot.is_sure else note
    end = "minuit" if slot.ends_at_midnight else _local(slot.end)
    next_day = " le lendemain" if slot.is_night else ""
    return f"{_local(slot.begin)} à {end}{next_day} {note}".strip()


def _local(moment: dt.datetime) -> str:
    """The hour on the clock of the place."""
    return clock(moment.replace(tzinfo=None))


def _now(hours: OpeningHours, here: dt.datetime, *, is_open: bool) -> str:
    if hours.is_unknown(here):
        return "À confirmer auprès de la structure pour l'instant"
    change = _next_turn(hours, here, is_open=is_open)
    word = "Ouvert maintenant" if is_open else "Fermé maintenant"
    if change is None:
        return word
    verb = "jusqu'à" if is_open else "ouvre"
    if change.date() == here.date():
        return (
            f"{word}, {verb} {_local(change)}" if is_open else f"{word}, {verb} à {_local(change)}"
        )
    return f"{word}, {verb} {day(change.date())} à {_local(change)}"


def _next_turn(hours: OpeningHours, here: dt.datetime, *, is_open: bool) -> dt.datetime | None:
    """When the door next opens or shuts: another comment on the same state is no change."""
    change = hours.next_change(here)
    for _ in range(MOST_CHANGES):
        if change is None or hours.is_open(change) != is_open:
            return change
        change = hours.next_change(change)
    return None
