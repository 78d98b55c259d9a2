"""What one asks of a search engine and what it answers, whichever engine it is."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from sqlalchemy.orm import Session

from models.codes.offer import AdmissionChannel, Band, Family, Gender, Weekday

TOTAL_CAP = 1_000
COUNTS_CAP = 10_000
PAGE_SIZE = 20
RADIUS_KM = 20.0
RADIUS_MAX_KM = 200.0


@dataclass(frozen=True)
class Place:
    """A point to search around, in degrees, with the name it goes by."""

    lon: float
    lat: float
    label: str = ""


@dataclass(frozen=True)
class Audience:
    """Whom a place is sought for; an offer that says nothing is open to everyone."""

    gender: Gender | None = None
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

    `whole` is the text that was typed, when a part of it was read as the place.
    """

    words: str = ""
    whole: str = ""
    place: Place | None = None
    radius_km: float = RADIUS_KM
    department_code: str | None = None
    families: frozenset[Family] = frozenset()
    type_codes: frozenset[str] = frozenset()
    audience: Audience = Audience()
    days: frozenset[Weekday] = frozenset()
    bands: frozenset[Band] = frozenset()
    admissions: frozenset[AdmissionChannel] = frozenset()
    free_in: Window | None = None
    is_fresh: bool = False
    with_siao: bool = True
    after: str | None = None
    size: int = PAGE_SIZE


class Hit(NamedTuple):
    """One offer found; `distance_m` is None without a place, `rank` 0 the best kind of match."""

    offer_id: int
    distance_m: int | None
    rank: int


class Synonym(NamedTuple):
    """A word of the request and what else it was taken to mean, in French."""

    word: str
    means: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """One page of offers, and what explains it; counts that are floors mean "at least"."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_capped: bool = False
    family_counts: Mapping[Family, int] = field(default_factory=dict)
    type_counts: Mapping[tuple[Family, str], int] = field(default_factory=dict)
    are_counts_floors: bool = False
    remote: tuple[Hit, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    next_key: str | None = None


class SearchEngine(Protocol):
    """Says which published offers answer a request, in which order, with which counts."""

    def search(self, session: Session, request: SearchRequest) -> SearchPage: ...
