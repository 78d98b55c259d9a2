"""Hours written in the OpenStreetMap syntax, said rule by rule in French; pure."""

import re

from app.filters import DAYS, period
from app.hours.closing import closed_periods, is_shut_on_holidays
from app.hours.syntax import week_rule
from app.hours.typed import A_DAY, Ranges

COMMENTED = re.compile(r'(.*?)(?:\s+"([^"]*)")?')


def in_french(text: str) -> str:
    """« Lundi au vendredi : 9 h à 12 h ; fermé les jours fériés »; as it is, if it says more."""
    rules = [rule.strip() for rule in text.split(";") if rule.strip()]
    told = [_rule(rule) for rule in rules]
    known = [one for one in told if one is not None]
    if not rules or len(known) < len(told):
        return text
    said = " ; ".join(known)
    return said[0].upper() + said[1:]


def _rule(rule: str) -> str | None:
    """One rule; None when it is written in a way that nobody here says."""
    if rule == "24/7":
        return "24 h sur 24, tous les jours"
    if is_shut_on_holidays(rule):
        return "fermé les jours fériés"
    for closed in closed_periods(rule):
        why = f" ({closed.comment})" if closed.comment else ""
        return f"fermé {period(closed.first, closed.last)}{why}"
    found = COMMENTED.fullmatch(rule)
    read = week_rule(found[1]) if found else None
    if found is None or read is None:
        return None
    note = f" ({found[2]})" if found[2] else ""
    return f"{_days(read[0])} : {_ranges(read[1])}{note}"


def _days(days: list[int]) -> str:
    """« lundi au vendredi », « mardi et jeudi »."""
    if len(days) == len(DAYS):
        return "tous les jours"
    first, last = DAYS[days[0]], DAYS[days[-1]]
    if len(days) > 2 and days == [(days[0] + n) % 7 for n in range(len(days))]:
        return f"{first} au {last}"
    before = ", ".join(DAYS[day] for day in days[:-1])
    return f"{before} et {last}" if before else last


def _ranges(ranges: Ranges) -> str:
    """« 8 h 30 à 12 h et 13 h 30 à 17 h »."""
    if not ranges:
        return "fermé"
    if ranges == ((0, A_DAY),):
        return "24 h sur 24"
    return " et ".join(f"{_clock(start)} à {_end(end)}" for start, end in ranges)


def _end(minute: int) -> str:
    if minute == A_DAY:
        return "minuit"
    return f"{_clock(minute)} le lendemain" if minute > A_DAY else _clock(minute)


def _clock(minute: int) -> str:
    hour, rest = divmod(minute % A_DAY, 60)
    return f"{hour} h {rest:02}" if rest else f"{hour} h"
