"""Orders, cuts and counts the offers in scope, in one statement."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from models.codes.offer import Family
from models.search import OfferSearch
from search.engine import Hit
from search.postgresql import filters, keys
from search.postgresql.scope import Scope

MOST_REMOTE = 5
Counts = dict[tuple[Family, str], int]


def answer(session: Session, scope: Scope) -> tuple[list[Hit], Counts]:
    """One offer more than the page shows, and how many there are of each type."""
    found = _found(scope)
    hits, counts = session.execute(sa.select(_hits(found, scope), _counts(found))).one()
    return _read(hits, scope), {(Family(family), code): n for family, code, n in counts}


def remote(session: Session, scope: Scope) -> list[Hit]:
    """What can be done from anywhere, beside the first page of what is near a place."""
    if scope.request.place is None or keys.parse(scope.request.after):
        return []
    rank = scope.rank().label("rank")
    found = sa.select(OfferSearch.offer_id, rank).where(*scope.remote_conditions())
    rows = session.execute(found.order_by(rank, OfferSearch.offer_id).limit(MOST_REMOTE))
    return [Hit(row.offer_id, None, row.rank) for row in rows]


def _found(scope: Scope) -> sa.CTE:
    """Few offers are looked at once, for the page and its counts; all of them, through an index each."""
    found = sa.select(
        OfferSearch.offer_id,
        OfferSearch.family,
        OfferSearch.type_code,
        scope.rank().label("rank"),
        filters.metres(scope.request.place).label("metres"),
    ).where(*scope.conditions())
    return found.cte("found").prefix_with("" if scope.is_bounded else "NOT", "MATERIALIZED")


def _hits(found: sa.CTE, scope: Scope) -> sa.ScalarSelect[Any]:
    order = (found.c.rank, found.c.metres, found.c.offer_id)
    page = (
        sa.select(*order)
        .where(*filters.kinds(scope.request, found), _beyond(found, scope))
        .order_by(*order)
        .limit(scope.request.size + 1)
        .subquery()
    )
    columns = (page.c.rank, page.c.metres, page.c.offer_id)
    return _rows(columns, order_by=columns)


def _counts(found: sa.CTE) -> sa.ScalarSelect[Any]:
    group = (found.c.family, found.c.type_code)
    counted = sa.select(*group, sa.func.count().label("n")).group_by(*group).subquery()
    return _rows((counted.c.family, counted.c.type_code, counted.c.n))


def _rows(columns: tuple[Any, ...], order_by: tuple[Any, ...] = ()) -> sa.ScalarSelect[Any]:
    """Rows as one JSON value, so that one statement answers twice."""
    row: Any = sa.func.jsonb_build_array(*columns)
    if order_by:
        row = sa.dialects.postgresql.aggregate_order_by(row, *order_by)
    rows = sa.func.coalesce(sa.func.jsonb_agg(row), sa.literal([], JSONB), type_=JSONB)
    return sa.select(rows).scalar_subquery()


def _beyond(found: sa.CTE, scope: Scope) -> sa.ColumnElement[bool]:
    """Offers that come after the last one shown."""
    key = keys.parse(scope.request.after)
    if key is None:
        return sa.true()
    if not scope.is_bounded:
        return found.c.offer_id > key.offer_id
    return sa.tuple_(found.c.rank, found.c.metres, found.c.offer_id) > sa.tuple_(*key)


def _read(hits: list[list[int]], scope: Scope) -> list[Hit]:
    is_placed = scope.request.place is not None
    return [Hit(key, metres if is_placed else None, rank) for rank, metres, key in hits]
