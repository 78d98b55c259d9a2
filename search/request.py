"""What one asks of a search engine: words, a part of France, and everything that narrows them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from models.codes.languages import Language
from models.codes.offer import AdmissionChannel, Band, Cost, Family, Gender, Weekday
from models.codes.people import AcceptedMeasure

PAGE_SIZE = 20
RADIUS_KM = 20.0
RADIUS_MAX_KM = 200.0


@dataclass(frozen=True)
class Place:
    """A point to search around, in degrees, with the name it goes by."""

    lon: float
    lat: float
    label: str = ""


class Reach(StrEnum):
    """Which of the offers around a place are listed."""

    NEAR = "NEAR"
    COVERING = "COVERING"
    REMOTE = "REMOTE"
    # Both of these: what comes from elsewhere.
    AFAR = "AFAR"


@dataclass(frozen=True)
class Audience:
    """Whom a place is sought for; an offer that says nothing is open to everyone."""

    gender: Gender | None = None
    is_couple: bool = False
    with_children: bool = False
    with_animal: bool = False
    is_minor: bool = False
    needs_pmr: bool = False
    wears_tag: bool = False


class Window(NamedTuple):
    """First and last days, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, kw_only=True)
class SearchRequest:
    """Filters all narrow (AND); several values of one filter widen it (OR). Empty means any.

    `whole` is the text that was typed, when a part of it was read as the place. `shape` is a
    polygon in WKT, longitude first. `commune_code` says whose people are to be taken by what is
    far away (`Reach.COVERING`).
    """

    words: str = ""
    whole: str = ""
    place: Place | None = None
    radius_km: float = RADIUS_KM
    reach: Reach = Reach.NEAR
    commune_code: str | None = None
    department_code: str | None = None
    epci_siren: str | None = None
    shape: str | None = None
    families: frozenset[Family] = frozenset()
    type_codes: frozenset[str] = frozenset()
    audience: Audience = Audience()
    measures: frozenset[AcceptedMeasure] = frozenset()
    days: frozenset[Weekday] = frozenset()
    bands: frozenset[Band] = frozenset()
    admissions: frozenset[AdmissionChannel] = frozenset()
    languages: frozenset[Language] = frozenset()
    costs: frozenset[Cost] = frozenset()
    with_driving: bool = True
    free_in: Window | None = None
    is_fresh: bool = False
    with_siao: bool = True
    with_counts: bool = True
    after: str | None = None
    size: int = PAGE_SIZE

    @property
    def is_narrowed(self) -> bool:
        """Whether something besides the words and the place sets offers aside."""
        kinds = self.families or self.type_codes
        times = self.days or self.bands or self.free_in
        lists = self.measures or self.admissions or self.languages or self.costs
        flags = self.is_fresh or not (self.with_driving and self.with_siao)
        return bool(kinds or times or lists or flags or self.audience != Audience())

    @property
    def is_local(self) -> bool:
        """Around a point or in a shape: what is done at a distance is then a list beside."""
        return self.place is not None or self.shape is not None
