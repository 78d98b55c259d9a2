"""Few enough offers to look at each once, for the page and its counts, around a place or not."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import Session

from models.codes.offer import Family
from models.search import OfferSearch
from search.engine import Hit, Place
from search.postgresql import filters
from search.postgresql.answering import Found
from search.postgresql.counting import Counts
from search.postgresql.keys import Key
from search.postgresql.scope import Scope


def sweep(
    session: Session, scope: Scope, place: Place | None, after: Key | None
) -> tuple[list[Found], Counts]:
    """One offer more than the page shows, and how many there are of each type."""
    near = _near(scope, place)
    page, counts = session.execute(sa.select(_page(near, scope, place, after), _counts(near))).one()
    found = [Found(Key(rank, away, key), Hit(key, m, rank)) for rank, away, key, m in page]
    return found, {(Family(family), code): number for family, code, number in counts}


def _near(scope: Scope, place: Place | None) -> sa.CTE:
    away = sa.literal(0.0, sa.Float) if place is None else filters.away(place)
    columns = (
        OfferSearch.offer_id,
        OfferSearch.family,
        OfferSearch.type_code,
        OfferSearch.point,
        scope.rank.label("rank"),
        away.label("away"),
    )
    return sa.select(*columns).where(*scope.all).cte("near").prefix_with("MATERIALIZED")


def _page(
    near: sa.CTE, scope: Scope, place: Place | None, after: Key | None
) -> sa.ScalarSelect[Any]:
    order = (near.c.rank, near.c.away, near.c.offer_id)
    chosen = sa.select(*order, near.c.point).where(*filters.kinds(scope.request, near))
    if after is not None:
        chosen = chosen.where(sa.tuple_(*order) > sa.tuple_(*after))
    page = chosen.order_by(*order).limit(scope.request.size + 1).subquery()
    ordered = (page.c.rank, page.c.away, page.c.offer_id)
    metres = sa.null() if place is None else filters.metres(place, page.c.point)
    row = sa.func.jsonb_build_array(*ordered, metres)
    return _all(aggregate_order_by(row, *ordered))


def _counts(near: sa.CTE) -> sa.ScalarSelect[Any]:
    kinds = (near.c.family, near.c.type_code)
    counted = sa.select(*kinds, sa.func.count().label("n")).group_by(*kinds).subquery()
    return _all(sa.func.jsonb_build_array(counted.c.family, counted.c.type_code, counted.c.n))


def _all(rows: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
    """Rows as one JSON list, so that one statement answers twice."""
    none = sa.cast(sa.literal("[]"), JSONB)
    return sa.select(sa.func.coalesce(sa.func.jsonb_agg(rows), none, type_=JSONB)).scalar_subquery()
