"""Opening hours: those of OpenStreetMap, checked, or made from the slots of public services."""

import json
from collections import defaultdict
from functools import lru_cache
from itertools import groupby
from typing import Any

from opening_hours import validate

from exchange.values.wrong import Wrong

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
OSM = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
LONGEST, LONGEST_NOTE = 1_000, 120
NOT_OSM = "Ces horaires ne suivent pas la syntaxe OpenStreetMap, comme Mo-Fr 09:00-12:00."
NOT_SLOTS = "Ces horaires n'ont pas été compris."
Slots = tuple[tuple[str, ...], str]


@lru_cache(maxsize=4096)
def checked(text: str) -> str:
    """Hours that OpenStreetMap's syntax reads."""
    if len(text) > LONGEST or not validate(text):
        raise Wrong(NOT_OSM)
    return text


def from_slots(text: str) -> str:
    """« PlageJ » and « PlageH » as hours of OpenStreetMap; a note becomes a comment."""
    try:
        told = _by_day(json.loads(text)["PlageJ"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Wrong(NOT_SLOTS) from error
    rules = [_rule(days, told[days[0]]) for days in _runs(told)]
    written = "; ".join(rules)
    if not rules or len(written) > LONGEST or not validate(written):
        raise Wrong(NOT_SLOTS)
    return written


def _runs(told: dict[int, Slots]) -> list[list[int]]:
    """Days that follow each other with the same slots."""
    places = enumerate(sorted(told))
    same = groupby(places, key=lambda place: (place[1] - place[0], told[place[1]]))
    return [[day for _, day in run] for _, run in same]


def _by_day(days: Any) -> dict[int, Slots]:
    """Day of the week → its slots in order, and its note."""
    slots: dict[int, set[str]] = defaultdict(set)
    notes: dict[int, str] = {}
    for entry in _several(days):
        first, last = DAYS.index(entry["début"]), DAYS.index(entry["fin"])
        for day in range(first, last + 1):
            slots[day] |= {_slot(slot) for slot in _several(entry["PlageH"])}
            notes[day] = notes.get(day) or _note(entry.get("Note"))
    return {day: (tuple(sorted(told)), notes[day]) for day, told in slots.items()}


def _several(told: Any) -> list[Any]:
    return told if isinstance(told, list) else [told]


def _slot(told: Any) -> str:
    start, end = (_clock(told[side]) for side in ("début", "fin"))
    if start == end == "00:00":  # the whole day, or nobody knows
        raise Wrong(NOT_SLOTS)
    end = "24:00" if end == "00:00" else end
    if start >= end:
        raise Wrong(NOT_SLOTS)
    return f"{start}-{end}"


def _clock(told: Any) -> str:
    """« 7:00:00 » and « '09:00:00 » → « 07:00 », « 09:00 »."""
    return str(told).strip("' ").rjust(len("00:00:00"), "0")[:5]


def _note(told: Any) -> str:
    """A comment holds no quotation mark."""
    return " ".join(str(told or "").replace('"', "").split())[:LONGEST_NOTE]


def _rule(days: list[int], slots: Slots) -> str:
    """« Mo-We 09:00-12:00,14:00-17:00 "sur rendez-vous" »."""
    first, last = OSM[days[0]], OSM[days[-1]]
    span = first if len(days) == 1 else f"{first}-{last}"
    times, note = slots
    return f"{span} {','.join(times)}" + (f' "{note}"' if note else "")
