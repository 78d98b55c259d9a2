"""Kinds of offer that words begin, by their label, their acronym and their other names."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.families import types_of
from models.codes.offer import Family
from models.search import OfferSearch
from search import vocabulary
from search.vocabulary import plain

MOST = 4
# Kinds looked up before the few that are shown: some have no offer at all.
MOST_LOOKED_UP = 60


class Kind(NamedTuple):
    """A type of offers of one family."""

    family: Family
    code: str
    label: str


class Named(NamedTuple):
    """A kind, the words of its label, and those of all its names."""

    kind: Kind
    label: tuple[str, ...]
    names: tuple[str, ...]


def kinds(session: Session, words: list[str]) -> list[Kind]:
    """Those that have an offer, the closest to the words first."""
    wanted = [word for word in words if word not in vocabulary.files().small_words] or words
    likely = [one for one in named() if _begin(wanted, one.names)]
    likely.sort(key=lambda one: _closeness(wanted, one))
    return _offered(session, [one.kind for one in likely[:MOST_LOOKED_UP]])[:MOST]


def _begin(words: list[str], names: tuple[str, ...]) -> bool:
    """Whether each word is the beginning of one of the names."""
    return all(any(name.startswith(word) for name in names) for word in words)


def _closeness(words: list[str], one: Named) -> tuple[int, int]:
    """Its acronym, then what its label starts with, then what the label holds, then the rest."""
    said = " ".join(words)
    if said == one.kind.code.lower() or said in one.label:
        return 0, len(one.label)
    if " ".join(one.label).startswith(said):
        return 1, len(one.label)
    return (2 if _begin(words, one.label) else 3), len(one.label)


def _offered(session: Session, found: list[Kind]) -> list[Kind]:
    """Those of which at least one offer is published, in the same order."""
    if not found:
        return []
    columns = (sa.column("family", sa.Text), sa.column("code", sa.Text))
    rows = [(kind.family.value, kind.code) for kind in found]
    asked = sa.values(*columns, name="asked").data(rows)
    same = (OfferSearch.family == asked.c.family, OfferSearch.type_code == asked.c.code)
    offered = sa.select(asked.c.family, asked.c.code).where(sa.exists().where(*same))
    known = {(family, code) for family, code in session.execute(offered)}
    return [kind for kind in found if (kind.family.value, kind.code) in known]


@cache
def named() -> tuple[Named, ...]:
    """Every kind one may still choose."""
    return tuple(_every_kind())


def _every_kind() -> Iterator[Named]:
    others = vocabulary.files().types
    for family in Family:
        for code in types_of(family):
            if not code.is_retired:
                label = tuple(plain(code.label))
                names = (*label, *plain(code.value), *plain(others.get(code.value, "")))
                yield Named(Kind(family, code.value, code.label), label, names)
