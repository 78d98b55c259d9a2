"""What a search counts of an offer, packed side by side: read for 100,000 offers in a moment.

Each row of the search table holds these fields in one `bytea`, big-endian. When a list of codes
changes, bits move and every row is to be written again: `layout` tells who keeps them in step.
"""

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

import numpy as np

from models.base import Code
from models.codes.languages import Language
from models.codes.offer import AdmissionChannel, Band, Cost, Family, Weekday
from models.codes.people import AcceptedMeasure

GENDERS = ("", "MEN", "WOMEN")
HOUSEHOLDS = ("", "COUPLE", "WITH_CHILDREN", "COUPLE_WITH_CHILDREN")


class Column(StrEnum):
    """The lists of codes of an offer that are packed as bits."""

    AUDIENCES = "audiences"
    DAYS = "days"
    BANDS = "bands"
    ADMISSION = "admission"
    COST = "cost"
    MEASURES = "measures"
    FLAGS = "flags"
    LANGUAGES = "languages"


class Flag(StrEnum):
    """What is true of an offer or not, and narrows a search when it must not be."""

    DRIVING = "DRIVING"
    SIAO_ONLY = "SIAO_ONLY"
    REMOTE = "REMOTE"


def household(gender: str, lives: str) -> str:
    """The token of somebody of a gender who lives so; empty for anybody, alone."""
    return "_".join(filter(None, (gender, lives))).removeprefix("WITH_") if lives else gender


HOUSEHOLD_TOKENS = tuple(
    token for lives in HOUSEHOLDS for gender in GENDERS if (token := household(gender, lives))
)
AUDIENCE_TOKENS = (*HOUSEHOLD_TOKENS, "MINOR", "ANIMAL", "PMR", "TAG")
FACTS: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (Column.AUDIENCES, AUDIENCE_TOKENS),
    (Column.DAYS, tuple(Weekday)),
    (Column.BANDS, tuple(Band)),
    (Column.ADMISSION, tuple(AdmissionChannel)),
    (Column.COST, tuple(Cost)),
    (Column.MEASURES, tuple(AcceptedMeasure)),
    (Column.FLAGS, tuple(Flag)),
)
TONGUES: tuple[tuple[Column, tuple[str, ...]], ...] = ((Column.LANGUAGES, tuple(Language)),)

PACKED = np.dtype(
    [
        ("id", ">i8"),
        ("kind", ">i4"),
        ("facts", ">i8"),
        ("tongues", ">i8"),
        ("fresh_until", ">f8"),
        ("stale_at", ">f8"),
        ("lon", ">i4"),
        ("lat", ">i4"),
    ]
)
# Longitudes and latitudes are whole numbers of these parts of a degree: a centimetre.
DEGREE = 10_000_000
# What is asked of each row besides: the kind of match.
SENT = np.dtype([*((name, PACKED[name]) for name in PACKED.names or ()), ("tier", ">i2")])
# What is asked when it was not at once.
RANKED = np.dtype([(name, SENT[name]) for name in ("id", "tier")])
# As they are worked on, in the order of bytes of the machine; `away` in metres on the sphere.
ASKED = np.dtype(
    [*((name, SENT[name].newbyteorder("=")) for name in SENT.names or ()), ("away", "=f8")]
)


def bits(words: Iterable[tuple[Column, tuple[str, ...]]]) -> dict[tuple[Column, str], int]:
    """Where each code of a word of 64 bits stands."""
    codes = [(column, str(code)) for column, some in words for code in some]
    return {code: place for place, code in enumerate(codes)}


@cache
def facts() -> Mapping[tuple[Column, str], int]:
    """The bits of everything but languages."""
    return bits(FACTS)


@cache
def tongues() -> Mapping[tuple[Column, str], int]:
    """The bits of languages."""
    return bits(TONGUES)


def mask(column: Column, codes: Iterable[str]) -> int:
    """The bits of these codes of one column."""
    places = tongues() if column is Column.LANGUAGES else facts()
    return sum(1 << places[column, str(code)] for code in codes)


def kind_number(family: Family | str, code: Code | str) -> int:
    """A family and a type as one number of 32 bits, the same in every process and in SQL."""
    digest = hashlib.md5(f"{family!s}/{code!s}".encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[:4], "big", signed=True)


@cache
def layout() -> str:
    """What changes with the fields, the codes or their order."""
    said = repr([PACKED.descr, sorted(facts().items()), sorted(tongues().items())])
    return hashlib.sha256(said.encode()).hexdigest()[:12]
