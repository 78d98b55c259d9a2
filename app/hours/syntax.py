"""Hours that a simple form can say, written and read in the OpenStreetMap syntax; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.hours.closing import (
    Closed,
    closed_periods,
    is_exception,
    is_shut_on_holidays,
    write_period,
)
from app.hours.typed import A_DAY, Ranges

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEKLY = re.compile(r"(?:([A-Z][a-z](?:[-,][A-Z][a-z])*)\s+)?(off|closed|[\d:,\s-]+)")
TIMES = re.compile(r"(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})")
NO_RANGES: Ranges = ()


@dataclass(frozen=True)
class Hours:
    """What the simple form says: seven days, Monday first; holidays; closed periods."""

    days: tuple[Ranges, ...]
    is_closed_on_holidays: bool = False
    closed: tuple[Closed, ...] = ()


def write(hours: Hours) -> str:
    """« Mo-Fr 08:30-12:00,13:30-17:00; PH off; 2026 Aug 01-2026 Aug 15 off »."""
    rules = list(_weekly(hours.days))
    if hours.is_closed_on_holidays:
        rules.append("PH off")
    rules += [f"{write_period(one)} off{_why(one)}" for one in hours.closed]
    return "; ".join(rules)


def read(text: str) -> Hours | None:
    """The same as the form says it; None when it says more than the form can."""
    days: list[Ranges] = [NO_RANGES] * 7
    rules = [rule.strip() for rule in text.split(";") if rule.strip()]
    if text.strip() == "24/7":
        return Hours((((0, A_DAY),),) * 7)
    for rule in rules:
        if is_exception(rule):
            continue
        told = week_rule(rule)
        if told is None:
            return None
        for index in told[0]:
            days[index] = told[1]
    return Hours(tuple(days), is_shut_on_holidays(text), tuple(closed_periods(text)))


def _weekly(days: tuple[Ranges, ...]) -> Iterator[str]:
    """Days that follow each other with the same hours, together."""
    for ranges, group in groupby(range(7), key=lambda index: days[index]):
        same = list(group)
        if ranges:
            span = DAYS[same[0]] if len(same) == 1 else f"{DAYS[same[0]]}-{DAYS[same[-1]]}"
            yield f"{span} {','.join(f'{_clock(a)}-{_clock(b)}' for a, b in ranges)}"


def _why(closed: Closed) -> str:
    return f' "{closed.comment}"' if closed.comment else ""


def _clock(minute: int) -> str:
    hour, rest = divmod(minute if minute <= A_DAY else minute - A_DAY, 60)
    return f"{hour:02}:{rest:02}"


def week_rule(rule: str) -> tuple[list[int], Ranges] | None:
    """The days, 0 for Monday, and the hours of one rule of the week; None for any other rule."""
    found = WEEKLY.fullmatch(rule)
    if not found:
        return None
    days = _days(found[1] or "Mo-Su")
    if found[2] in ("off", "closed"):
        return None if days is None else (days, NO_RANGES)
    ranges = _ranges(found[2])
    return None if days is None or ranges is None else (days, ranges)


def _days(text: str) -> list[int] | None:
    found: list[int] = []
    for part in text.split(","):
        ends = part.split("-")
        if len(ends) > 2 or any(end not in DAYS for end in ends):
            return None
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        found += [index % 7 for index in range(first, last + 1 + (7 if last < first else 0))]
    return found


def _ranges(text: str) -> Ranges | None:
    ranges = []
    for part in text.split(","):
        found = TIMES.fullmatch(part.strip())
        if not found:
            return None
        numbers = [int(one) for one in found.groups()]
        start, end = numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3]
        ranges.append((start, end if end > start else end + A_DAY))
    return tuple(ranges)
