"""Values as data·inclusion v1 accepts them; what it would refuse is left out."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from email_validator import EmailNotValidError, validate_email

from exchange.rows import Site
from exchange.values import reach
from exchange.values.places import DEPARTMENT, INSEE, POSTAL
from exchange.values.text import MOST_PROSE, SHORTEST_NAME, shortened
from exchange.values.wrong import Wrong
from models.base import today

EMPTY: tuple[Any, ...] = (None, "", [], (), set())
FIRST = dt.date(2000, 1, 1)
SHORTEST_PROSE = 5
GROUP = re.compile(r"\d{9}")


def said(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of them: no null, no empty text nor list."""
    return {field: value for field, value in values.items() if value not in EMPTY}


def name(text: str, otherwise: str) -> str:
    """3 to 150 characters, without a final dot."""
    one = shortened(text).rstrip(". ")
    return one if len(one) >= SHORTEST_NAME else shortened(f"{otherwise} {one}".strip())


def prose(text: str | None) -> str | None:
    """5 to 10,000 characters, or nothing."""
    told = (text or "").strip()[:MOST_PROSE]
    return told if len(told) >= SHORTEST_PROSE else None


def changed_on(day: dt.date) -> str:
    """Of this century, and not to come."""
    return min(max(day, FIRST), today()).isoformat()


def email(text: str | None) -> str | None:
    """An address that its checker takes, which domains of demonstrations are not."""
    try:
        return validate_email(text or "", check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def website(text: str | None) -> str | None:
    """A page of the web, or nothing."""
    try:
        return reach.website(text) if text else None
    except Wrong:
        return None


def zone(zones: Iterable[str], codes: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Communes, départements, intercommunalités, France; `codes` are those of names."""
    told = {code: None for zone in zones for code in _codes(zone, codes)}
    return list(told)


def unsaid_zones(zones: Iterable[str], codes: Mapping[str, tuple[str, ...]]) -> str | None:
    """Those without a code, in words: left out, the offer would read as open to everybody."""
    names = [zone for zone in zones if not _codes(zone, codes)]
    return f"Territoires concernés : {', '.join(names)}" if names else None


def _codes(zone: str, codes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    is_code = zone == "france" or any(kind.fullmatch(zone) for kind in (INSEE, DEPARTMENT, GROUP))
    return (zone,) if is_code else codes.get(zone, ())


def place(site: Site) -> dict[str, Any]:
    """Where it is; of a confidential place, the commune."""
    postal = site.postal_code or ""
    return {
        "commune": site.city,
        "code_postal": postal if POSTAL.fullmatch(postal) else None,
        "code_insee": site.commune_code,
        "adresse": site.address,
        "complement_adresse": site.complement,
        "longitude": site.lon,
        "latitude": site.lat,
    }
