"""Writes dates, distances, durations and numbers the French way, for templates.

Units hold to their number by a no-break space (U+00A0); a narrow one (U+202F) parts thousands.
"""

import re
from collections.abc import Callable
from datetime import date, datetime

from flask import Flask

from models.base import PARIS, today

NBSP = "\u00a0"
NARROW = "\u202f"
FRENCH_CODE = re.compile(r"^\+(?:33|262|508|590|594|596)")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def _local(value: date) -> date:
    """An aware time as it is in Paris; a date as it is."""
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(PARIS)
    return value


def short_day(value: date) -> str:
    """« 3 mars », with the year when it is not the current one."""
    there = _local(value)
    number = "1er" if there.day == 1 else str(there.day)
    words = f"{number} {MONTHS[there.month - 1]}"
    if there.year == today().year:
        return words
    return f"{words} {there.year}"


def day(value: date) -> str:
    """« mardi 3 mars », with the year when it is not the current one."""
    return f"{DAYS[_local(value).weekday()]} {short_day(value)}"


def clock(value: datetime) -> str:
    """« 14 h 30 », « 9 h »."""
    there = value.astimezone(PARIS) if value.tzinfo else value
    minutes = f"{NBSP}{there.minute:02}" if there.minute else ""
    return f"{there.hour}{NBSP}h{minutes}"


def moment(value: date) -> str:
    """« mardi 3 mars à 14 h 30 », or the day alone for a date."""
    if isinstance(value, datetime):
        return f"{day(value)} à {clock(value)}"
    return day(value)


def period(start: date, end: date | None) -> str:
    """« du 3 mars au 17 mars », « à partir du 3 mars »; a year that both share is said once."""
    if end is None:
        return f"à partir du {short_day(start)}"
    if start == end:
        return f"le {short_day(start)}"
    first = short_day(start)
    if _local(start).year == _local(end).year:
        first = first.removesuffix(f" {_local(end).year}")
    return f"du {first} au {short_day(end)}"


def number(value: float, decimals: int = 0) -> str:
    """« 12 345 », « 2,4 »: a useless decimal zero is dropped."""
    text = f"{value:,.{decimals}f}"
    if decimals:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", NARROW).replace(".", ",").replace("-", "\u2212")


def capped(value: int, cap: int = 1000) -> str:
    """« 812 », « plus de 1 000 »: counts are not taken past the cap."""
    return f"plus de {number(cap)}" if value > cap else number(value)


def plural(value: float, one: str, many: str | None = None) -> str:
    """« 1 place », « 3 places »; zero is singular in French."""
    word = one if abs(value) < 2 else (many or f"{one}s")
    return f"{number(value, 1)}{NBSP}{word}"


def far(km: float) -> str:
    """« 600 m », « 2,4 km », « 23 km »: a home is known to within 100 m, and no better."""
    if km < 0.95:
        return f"{max(round(km * 10), 1) * 100}{NBSP}m"
    return f"{number(km, 1 if km < 9.95 else 0)}{NBSP}km"


def distance(km: float) -> str:
    """« à 600 m », « à 2,4 km », « à 23 km »."""
    return f"à {far(km)}"


def duration(minutes: int) -> str:
    """« 35 min », « 1 h 05 », « 2 h »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest:02}" if rest else f"{hours}{NBSP}h"


def travel(low: int, high: int, by: str = "") -> str:
    """« 35 à 60 min en bus », from minutes."""
    start = str(low) if low < high < 60 else duration(low)
    span = duration(high) if low == high else f"{start} à {duration(high)}"
    return f"{span} {by}".strip()


def hours(value: float) -> str:
    """« 105 heures », « 3,5 heures »."""
    return plural(value, "heure")


def phone(value: str) -> str:
    """« 04 72 00 00 00 » from +33472000000, overseas alike; anything else as it is."""
    digits = FRENCH_CODE.sub("0", value)
    if len(digits) != 10 or not digits.isdigit():
        return value
    return NBSP.join(digits[i : i + 2] for i in range(0, 10, 2))


FILTERS: tuple[Callable[..., str], ...] = (
    *(short_day, day, clock, moment, period, number, capped, plural),
    *(distance, duration, travel, hours, phone),
)


def init_app(app: Flask) -> None:
    """Give templates every filter above under its own name."""
    app.jinja_env.filters |= {write.__name__: write for write in FILTERS}
