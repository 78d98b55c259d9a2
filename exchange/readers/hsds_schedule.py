"""Schedules of HSDS, rules of a calendar, as opening hours of OpenStreetMap."""

import re
from collections.abc import Sequence

from opening_hours import validate

from exchange.readers.hsds_base import Schedule
from exchange.values.hours import checked

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CLOCK = re.compile(r"\d{2}:\d{2}")


def hours_of(schedules: Sequence[Schedule]) -> str | None:
    """As a description writes them when it can be read; else the weekly ones with days and times.

    None when there is none, Wrong when they cannot be read.
    """
    for written in dict.fromkeys(one.description for one in schedules if one.description):
        if validate(written):
            return checked(written)
    rules = [rule for one in schedules if (rule := _rule(one))]
    return checked(", ".join(dict.fromkeys(rules))) if rules else None


def _rule(schedule: Schedule) -> str | None:
    days = [day for day in re.split(r"[,\s]+", schedule.byday.upper()) if day]
    opens, closes = CLOCK.match(schedule.opens_at), CLOCK.match(schedule.closes_at)
    is_weekly = schedule.freq.upper() == "WEEKLY" and days and set(days) <= set(DAYS)
    if not is_weekly or not opens or not closes:
        return None
    named = ",".join(day.capitalize() for day in sorted(days, key=DAYS.index))
    return f"{named} {opens[0]}-{'24:00' if closes[0] == '00:00' else closes[0]}"
