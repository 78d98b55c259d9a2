"""The texts that rules rest on, as data with the days on which they hold (domain §0, §1.9)."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

PENITENTIARY_CODE = dt.date(2022, 5, 1)
YOUTH_CODE = dt.date(2021, 9, 30)
MISSION_COMPANIES = dt.date(2025, 3, 6)


class Dated(Protocol):
    """Anything that holds from one day to another."""

    @property
    def valid_from(self) -> dt.date | None: ...
    @property
    def valid_until(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class Reference:
    """One text under one name; a renumbered text gets a second row with the same key."""

    key: str
    citation: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """The départements in which an experiment runs."""

    departements: frozenset[str]
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


REFERENCES = (
    Reference("capacity", "capacité déclarée par la structure"),
    Reference("minor", "art. L. 122-1 du code de la justice pénale des mineurs", YOUTH_CODE),
    Reference("hours_delit", "art. 131-8 du code pénal"),
    Reference("hours_contravention", "art. 131-17 du code pénal"),
    Reference("hours_composition", "art. 41-2 du code de procédure pénale"),
    Reference("deadline", "art. 131-22 du code pénal"),
    Reference("obligations", "art. 132-45 du code pénal"),
    Reference("accreditation", "art. R. 623-3 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("hosts", "art. R. 623-2 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("mission_company", "arrêté du 6 mars 2025", MISSION_COMPANIES),
    Reference("listing", "art. R. 623-10 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("other_departement", "art. R. 623-12 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("medical", "art. R. 623-14 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("weekly_hours", "art. R. 623-16 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("owner_agreement", "art. R. 622-4 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("opinions", "art. R. 623-9 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("listed", "art. R. 623-7 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("supervisor", "art. R. 623-19 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("certificate", "art. R. 623-23 du code pénitentiaire", PENITENTIARY_CODE),
    Reference("siao", "circulaire DGCS/DIHAL/DAP 2016/151 du 13 mai 2016", dt.date(2016, 5, 13)),
)

# fmt: off
MISSION_COMPANY_CODES = (
    "06", "17", "29", "30", "33", "34", "35", "37", "38", "45",
    "51", "56", "63", "67", "69", "75", "80", "83", "94", "974",
)
# fmt: on

MISSION_COMPANY_TERRITORIES = (
    Territory(
        frozenset(MISSION_COMPANY_CODES),
        MISSION_COMPANIES,
    ),
)


@lru_cache(maxsize=1024)
def cite(key: str, on: dt.date) -> str:
    """The citation in force on a day; empty when there is none."""
    rows = (row for row in REFERENCES if row.key == key and holds(row, on))
    return next((row.citation for row in rows), "")


def mission_company_departements(on: dt.date) -> frozenset[str]:
    """RULE-TIG-30: where a société à mission may host a TIG on a day."""
    rows = (row.departements for row in MISSION_COMPANY_TERRITORIES if holds(row, on))
    return frozenset[str]().union(*rows)


def holds(row: Dated, on: dt.date) -> bool:
    """Whether a dated row holds on a day."""
    started = row.valid_from is None or row.valid_from <= on
    return started and (row.valid_until is None or on <= row.valid_until)
