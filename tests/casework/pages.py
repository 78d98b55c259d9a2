"""A form as a counsellor fills it in: a call names only what matters."""

import datetime as dt
from typing import Any

from models.base import today


def in_days(days: int) -> str:
    """A day some days from now, as a browser sends it."""
    return (today() + dt.timedelta(days=days)).isoformat()


def tig_page(**changes: Any) -> dict[str, Any]:
    """The page of a new person: a TIG of 105 hours, employed, no car, in Villeurbanne."""
    page = {
        "last_name": "Belkacem",
        "first_name": "Inès",
        "birth_date": "1994-06-02",
        "sex": "F",
        "setting": "OPEN",
        "household": "SINGLE",
        "measure_type": "TIG",
        "offence_class": "DELIT",
        "hours_ordered": "105",
        "enforceable_on": in_days(-40),
        "earliest_on": in_days(7),
        "latest_on": in_days(60),
        "commune": "Villeurbanne",
        "mobility": "PUBLIC_TRANSPORT",
        "employment": "EMPLOYED",
        "job_hours_per_week": "35",
        "free_days": ["SAT", "SUN"],
        "family": "TIG",
        "radius_km": "20",
        "avoided": ["MINORS"],
    }
    return page | changes
