"""Dates, distances and hours as a French sentence writes them."""

import datetime as dt
import re
from functools import lru_cache

from app import filters

HOUR = 60  # minutes
SPACED = re.compile(r" ([:;?!»])")


@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """The same sentence with unbreakable spaces around double punctuation."""
    return SPACED.sub("\u00a0\\1", text).replace("« ", "«\u00a0")


def day(date: dt.date) -> str:
    """A date in full: « 1er mars 2027 »."""
    number = "1er" if date.day == 1 else str(date.day)
    return f"{number} {filters.MONTHS[date.month - 1]} {date.year}"


def number(value: float) -> str:
    """A number with one decimal at most and a comma: « 3,2 », « 12 »."""
    return filters.number(value, 1)


def km(distance: float) -> str:
    """A distance given in kilometres, rounded as everywhere: « 600 m », « 3,2 km »."""
    return filters.far(distance).replace(filters.NBSP, " ")


def duration(minutes: int) -> str:
    """Minutes as one says them: « 35 min », « 1 h », « 1 h 05 »."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def plural(count: int, noun: str) -> str:
    """A count and its noun: « 1 jour », « 2 jours »."""
    return f"{count} {noun}" if count < 2 else f"{count} {noun}s"


def listed(words: list[str]) -> str:
    """Words joined as one says them: « a, b et c »."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"
