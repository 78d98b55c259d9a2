"""What a search engine answers: a page of offers, how many there are, and what explains it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from models.codes.offer import Family

# Past it, a count says "more than".
COUNTS_CAP = 10_000


class Axis(StrEnum):
    """What a list can be narrowed by, besides family and type; `SearchPage.facets` counts each."""

    GENDER = "GENDER"
    COUPLE = "COUPLE"
    CHILDREN = "CHILDREN"
    MINOR = "MINOR"
    ANIMAL = "ANIMAL"
    PMR = "PMR"
    TAG = "TAG"
    MEASURE = "MEASURE"
    DAY = "DAY"
    BAND = "BAND"
    ADMISSION = "ADMISSION"
    LANGUAGE = "LANGUAGE"
    COST = "COST"
    NO_DRIVING = "NO_DRIVING"
    NO_SIAO = "NO_SIAO"
    FRESH = "FRESH"
    FREE = "FREE"


# The value of an axis that is only true or not.
YES = "y"
Facets = Mapping[tuple[Axis, str], int]


class Hit(NamedTuple):
    """One offer found; `distance_m` is None without a place, `rank` 0 the best kind of match."""

    offer_id: int
    distance_m: int | None
    rank: int


class Synonym(NamedTuple):
    """A word of the request and what else it was taken to mean, in French."""

    word: str
    means: tuple[str, ...]


class Aside(NamedTuple):
    """The first offers of a list beside the one that was asked for, and how many it has."""

    hits: tuple[Hit, ...] = ()
    total: int = 0


NONE_ASIDE = Aside()


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """One page of offers, and what explains it; every count is exact.

    Counts by family and type follow every filter but these two; each facet, every filter but its
    own. A facet that is not there was not counted.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    family_counts: Mapping[Family, int] = field(default_factory=dict)
    type_counts: Mapping[tuple[Family, str], int] = field(default_factory=dict)
    facets: Facets = field(default_factory=dict)
    remote: Aside = NONE_ASIDE
    covering: Aside = NONE_ASIDE
    corrections: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    next_key: str | None = None

    @property
    def is_answered(self) -> bool:
        """Whether some offer answers, be it from far away or at a distance."""
        return bool(self.total or self.remote.total or self.covering.total)

    @property
    def is_capped(self) -> bool:
        """Whether there are more than a count tells."""
        return self.total > COUNTS_CAP
