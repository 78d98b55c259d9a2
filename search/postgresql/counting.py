"""Counts the offers of each type; past a cap, it says "at least" and stops looking."""

from collections import Counter

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.offer import Family
from models.search import OfferSearch
from search.engine import COUNTS_CAP, TOTAL_CAP, SearchRequest
from search.postgresql.scope import Scope

Counts = dict[tuple[Family, str], int]


def counts(session: Session, scope: Scope) -> Counts:
    """How many offers of each family and type there are, whichever were asked for."""
    found = sa.select(OfferSearch.family, OfferSearch.type_code).where(*scope.all)
    if scope.all:
        # Without any filter an index alone knows them all.
        found = found.limit(COUNTS_CAP)
    inside = found.subquery()
    kinds = (inside.c.family, inside.c.type_code)
    rows = session.execute(sa.select(*kinds, sa.func.count()).group_by(*kinds))
    return {(Family(family), code): number for family, code, number in rows}


def are_floors(found: Counts, scope: Scope) -> bool:
    """Whether there may be more than was counted."""
    return bool(scope.all) and sum(found.values()) >= COUNTS_CAP


def total(session: Session, scope: Scope, found: Counts) -> int:
    """How many offers the list has, up to one more than is ever told."""
    if are_floors(found, scope) and scope.kinds:
        some = sa.select(OfferSearch.offer_id).where(*scope.all, *scope.kinds).limit(TOTAL_CAP + 1)
        return session.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0
    return among(found, scope.request)


def among(found: Counts, request: SearchRequest) -> int:
    """How many of those counted are of the families and types asked for."""
    return sum(number for kind, number in found.items() if _is_asked(kind, request))


def by_family(found: Counts) -> dict[Family, int]:
    """The same by family."""
    families: Counter[Family] = Counter()
    for (family, _), number in found.items():
        families[family] += number
    return dict(families)


def _is_asked(kind: tuple[Family, str], request: SearchRequest) -> bool:
    family, code = kind
    is_family = not request.families or family in request.families
    return is_family and (not request.type_codes or code in request.type_codes)
