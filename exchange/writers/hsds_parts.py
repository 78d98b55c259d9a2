"""What HSDS 3.1 says of an organization and of a place."""

import re
import uuid
from typing import Any

from exchange.writers.inclusion_values import said
from exchange.writers.shared import Shared
from models.codes.organization import PmrAccess

COUNTRY = "FR"
SLOT = r"\d\d:\d\d-\d\d:\d\d"
RULE = re.compile(rf"([A-Z][a-z](?:[-,][A-Z][a-z])*) ({SLOT}(?:,{SLOT})*)")
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Names:
    """Identifiers of one site of ours: a UUID for each thing, the same at each export."""

    def __init__(self, origin: str) -> None:
        self.origin = uuid.uuid5(uuid.NAMESPACE_DNS, origin)

    def __call__(self, *parts: object) -> str:
        """The identifier of a thing, by what it is and its number."""
        return str(uuid.uuid5(self.origin, "/".join(map(str, parts))))


def organization(one: Shared, names: Names) -> dict[str, Any]:
    """Whose service it is; HSDS wants a description."""
    told, key = one.organization, one.organization_id
    numbers = {"SIRET": told.siret, "RNA": told.rna, "FINESS": told.finess}
    return said(
        {
            "id": names("organization", key),
            "name": told.name,
            "alternate_name": told.acronym,
            "description": told.description or told.name,
            "email": told.email,
            "website": told.website,
            "phones": phones(told.phone, names, "organization", key),
            "organization_identifiers": [
                {
                    "id": names("organization", key, kind),
                    "identifier_type": kind,
                    "identifier": number,
                }
                for kind, number in numbers.items()
                if number
            ],
        }
    )


def location(one: Shared, names: Names) -> dict[str, Any]:
    """The place; of a confidential one, the commune and nothing else."""
    site, key = one.site, one.site_id
    return said(
        {
            "id": names("site", key),
            "location_type": "physical",
            "name": site.name,
            "latitude": site.lat,
            "longitude": site.lon,
            "external_identifier": site.commune_code,
            "external_identifier_type": "INSEE" if site.commune_code else None,
            "addresses": _addresses(one, names),
            "phones": phones(site.phone, names, "site", key),
            "schedules": schedules(site.hours, names, "site", key),
            "accessibility": _access(one, names),
        }
    )


def _addresses(one: Shared, names: Names) -> list[dict[str, Any]]:
    site = one.site
    if not site.address:
        return []
    told = {
        "id": names("site", one.site_id, "address"),
        "address_1": site.address,
        "address_2": site.complement,
        "city": site.city or "",
        "state_province": site.department_code or "",
        "postal_code": site.postal_code or "",
        "country": COUNTRY,
        "address_type": "physical",
    }
    return [{field: value for field, value in told.items() if value is not None}]


def _access(one: Shared, names: Names) -> list[dict[str, Any]]:
    if one.site.pmr_access is PmrAccess.UNKNOWN:
        return []
    key = names("site", one.site_id, "access")
    return [{"id": key, "description": one.site.pmr_access.label}]


def phones(number: str | None, names: Names, kind: str, key: int) -> list[dict[str, Any]]:
    """The number, if there is one."""
    return [{"id": names(kind, key, "phone"), "number": number}] if number else []


def schedules(hours: str | None, names: Names, kind: str, key: int) -> list[dict[str, Any]]:
    """A weekly rule for each span of days and slot; as they are written where they say more."""
    found = [RULE.fullmatch(rule) for rule in (hours or "").split("; ")]
    slots = [(rule[1], slot) for rule in found if rule for slot in rule[2].split(",")]
    if not hours or None in found:
        whole = {"id": names(kind, key, "schedule"), "description": hours}
        return [whole] if hours else []
    return [
        {
            "id": names(kind, key, "schedule", number),
            "freq": "WEEKLY",
            "byday": ",".join(_days(days)),
            "opens_at": slot[:5],
            "closes_at": slot[6:],
            "description": hours,
        }
        for number, (days, slot) in enumerate(slots)
    ]


def _days(told: str) -> list[str]:
    """« Mo-We,Fr » → MO, TU, WE, FR."""
    named = []
    for span in told.split(","):
        first, _, last = span.partition("-")
        run = DAYS[DAYS.index(first) : DAYS.index(last or first) + 1]
        named += [day.upper() for day in run]
    return named
