"""The part of France a map, a table or totals are about."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """From the whole country to one commune."""

    FRANCE = "france"
    REGION = "region"
    DEPARTMENT = "departement"
    EPCI = "epci"
    COMMUNE = "commune"


@dataclass(frozen=True)
class Territory:
    """A level and a code: INSEE's, or the SIREN number of an EPCI; none for France."""

    level: Level = Level.FRANCE
    code: str = ""
    label: str = "France"
