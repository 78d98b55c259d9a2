"""The clock and the public holidays of each département, overseas included."""

import datetime as dt
from zoneinfo import ZoneInfo

from holidays import country_holidays

from models.base import PARIS

OVERSEAS = {
    "971": ("America/Guadeloupe", "971"),
    "972": ("America/Martinique", "972"),
    "973": ("America/Cayenne", "973"),
    "974": ("Indian/Reunion", "974"),
    "975": ("America/Miquelon", "PM"),
    "976": ("Indian/Mayotte", "976"),
    "977": ("America/St_Barthelemy", "BL"),
    "978": ("America/Marigot", "MF"),
    "984": ("Indian/Kerguelen", "TF"),
    "986": ("Pacific/Wallis", "WF"),
    "987": ("Pacific/Tahiti", "PF"),
    "988": ("Pacific/Noumea", "NC"),
}
# Two more holidays since the local law of 1892.
EASTERN = {"57": "57", "67": "6AE", "68": "6AE"}


def clock_of(department_code: str | None) -> ZoneInfo:
    """The time that is shown on the door."""
    zone = OVERSEAS.get(department_code or "")
    return ZoneInfo(zone[0]) if zone else PARIS


def is_holiday(day: dt.date, department_code: str | None) -> bool:
    """Whether it is a public holiday there."""
    return day in country_holidays("FR", subdiv=_subdivision(department_code), years=day.year)


def local_holidays(department_code: str | None, years: tuple[int, ...]) -> list[dt.date]:
    """The public holidays of that département alone, which the rest of France does not have."""
    subdivision = _subdivision(department_code)
    if subdivision is None:
        return []
    everywhere = country_holidays("FR", years=years)
    return sorted(
        day
        for day in country_holidays("FR", subdiv=subdivision, years=years)
        if day not in everywhere
    )


def _subdivision(department_code: str | None) -> str | None:
    code = department_code or ""
    return OVERSEAS[code][1] if code in OVERSEAS else EASTERN.get(code)
