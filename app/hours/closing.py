"""The periods during which a door stays shut, in the OpenStreetMap syntax; pure."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = rf"(?:(\d{{4}})\s+)?(?:({'|'.join(MONTHS)})\s+)?(\d{{1,2}})"
OFF = r"\s+(?:off|closed)(?:\s+\"([^\"]*)\")?"
PERIOD = re.compile(rf"{DAY}(?:\s*-\s*{DAY})?{OFF}")
HOLIDAYS = re.compile(r"PH\s+(?:off|closed)")


@dataclass(frozen=True)
class Closed:
    """A period during which the door stays shut, both days included; `comment` may say why."""

    first: dt.date
    last: dt.date
    comment: str = ""


def closed_periods(text: str) -> Iterator[Closed]:
    """The periods that a text says closed, dated to the year."""
    for rule in text.split(";"):
        if period := _closed(rule.strip()):
            yield period


def without_exceptions(text: str) -> str:
    """The weekly rules alone: neither closed periods nor public holidays."""
    rules = (rule.strip() for rule in text.split(";"))
    return "; ".join(rule for rule in rules if not is_exception(rule))


def is_exception(rule: str) -> bool:
    """Whether one rule says a closed period, or that holidays are."""
    return bool(HOLIDAYS.fullmatch(rule) or _closed(rule))


def is_shut_on_holidays(text: str) -> bool:
    """Whether a text says that the door stays shut on public holidays."""
    return any(HOLIDAYS.fullmatch(rule.strip()) for rule in text.split(";"))


def write_period(closed: Closed) -> str:
    """« 2026 Aug 01-2026 Aug 15 »."""
    first, last = write_day(closed.first), write_day(closed.last)
    return first if first == last else f"{first}-{last}"


def write_day(day: dt.date) -> str:
    """« 2026 Aug 01 »."""
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"


def _closed(rule: str) -> Closed | None:
    found = PERIOD.fullmatch(rule)
    if not found or not found[1] or not found[2]:
        return None
    year, month, day, last_year, last_month, last_day, comment = found.groups("")
    try:
        first = last = dt.date(int(year), MONTHS.index(month) + 1, int(day))
        if last_day:
            ends = int(last_year or year), MONTHS.index(last_month or month) + 1, int(last_day)
            last = _in_order(first, dt.date(*ends), says_year=bool(last_year))
    except ValueError:
        return None
    return Closed(first, last, comment) if first <= last else None


def _in_order(first: dt.date, last: dt.date, *, says_year: bool) -> dt.date:
    """« 2026 Dec 24-Jan 02 » ends the year after."""
    is_next = last < first and not says_year
    return last.replace(year=first.year + 1) if is_next else last
