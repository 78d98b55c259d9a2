"""What the geocoder answers: a place with its codes, its point and how well it fits the words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

EXACT = 1.0
EXACT_DEPARTMENT = 0.98
EXACT_FORMER = 0.96


class PlaceKind(StrEnum):
    """The kinds of places one may search around."""

    COMMUNE = "COMMUNE"
    ARRONDISSEMENT = "ARRONDISSEMENT"
    POSTAL_CODE = "POSTAL_CODE"
    DEPARTMENT = "DEPARTMENT"


@dataclass(frozen=True)
class Place:
    """A place, longitude and latitude in degrees; both are None when its point is not known.

    `score` goes from 0 to 1; at 0.96 and above the words are the place's very name or code.
    The label, typed back, finds the same place.
    """

    label: str
    kind: PlaceKind
    insee_code: str | None
    postal_code: str | None
    department_code: str
    lon: float | None
    lat: float | None
    population: int | None
    score: float

    @property
    def is_exact(self) -> bool:
        """Whether the words name this place without a doubt about their spelling."""
        return self.score >= EXACT_FORMER


def placed(row: Any, label: str, score: float) -> Place:
    """A row with the codes, the point and the people of a place, under this label."""
    return Place(
        label=label,
        kind=PlaceKind(row.kind),
        insee_code=row.insee_code,
        postal_code=row.postal_code,
        department_code=row.department_code,
        lon=row.lon,
        lat=row.lat,
        population=row.population,
        score=score,
    )


def department_label(code: str, name: str) -> str:
    """How a département is called: by its code first, since some communes bear its name."""
    return f"{code} ({name}, département)"
