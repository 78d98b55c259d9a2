"""Town-hall opening hours, from the lists that are published to the OpenStreetMap syntax."""

import json
from itertools import groupby

DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
SHORT = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def to_osm(published: str) -> str | None:
    """The week in one line ("Mo-We 09:00-17:00; Th 13:00-19:00"), or None when no hour is known."""
    week = [spans_of(day, json.loads(published or "[]")) for day in range(len(DAYS))]
    runs = [list(run) for _, run in groupby(range(len(DAYS)), key=lambda day: week[day])]
    return "; ".join(f"{days(run)} {week[run[0]]}" for run in runs if week[run[0]]) or None


def spans_of(day: int, periods: list[tuple[str, str, list[tuple[str, str]]]]) -> str:
    """The hours of one day, in order, without doubles: "08:30-12:00,13:30-17:00"."""
    spans = {
        f"{opens[:5]}-{closes[:5]}"
        for first, last, hours in periods
        if covers(first, last, day)
        for opens, closes in hours
        if opens < closes
    }
    return ",".join(sorted(spans))


def covers(first: str, last: str, day: int) -> bool:
    """Whether a period holds a day; a missing last day means one day, "samedi" to "lundi" wraps."""
    if first not in DAYS:
        return False
    start = DAYS.index(first)
    length = (DAYS.index(last) - start) % 7 if last in DAYS else 0
    return (day - start) % 7 <= length


def days(run: list[int]) -> str:
    """One day, or the first and last of several."""
    names = [SHORT[day] for day in run]
    return names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}"
