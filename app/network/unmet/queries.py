"""Reads the counters of what was not found, and how many open offers stand nearby."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.network.territories import communes_of
from models.base import today
from models.codes.network import Sign
from models.network import OfferState
from models.network_days import UnmetSearch
from models.reference import Commune
from search.network.territory import Territory

DAYS = 90
# Counts under this are not shown, nor is the place or the kind they are of (domain §9).
LEAST = 5
MOST = 1_000
NEAR_KM = 20
MANY_OFFERS = 1_000


class Unmet(NamedTuple):
    """How often something was searched for in a commune and not found."""

    insee_code: str
    commune: str
    department_code: str
    family: str
    type_code: str
    term: str
    searches: int

    @property
    def key(self) -> str:
        """What tells it from the others, in a link."""
        return "~".join((self.insee_code, self.family, self.type_code, self.term))


def unmet(session: Session, territory: Territory) -> list[Unmet]:
    """The most searched first; an arrondissement is counted with its commune."""
    asked = aliased(Commune)
    searches = sa.func.sum(UnmetSearch.searches)
    place = (Commune.insee_code, Commune.name, Commune.department_code)
    kind = (UnmetSearch.family, UnmetSearch.type_code, UnmetSearch.term)
    rows = sa.join(UnmetSearch, asked, asked.insee_code == UnmetSearch.insee_code)
    whole = sa.func.coalesce(asked.parent_code, asked.insee_code)
    rows = rows.join(Commune, Commune.insee_code == whole)
    query = (
        sa.select(*place, *kind, sa.cast(searches, sa.Integer))
        .select_from(rows)
        .where(UnmetSearch.day > today() - dt.timedelta(days=DAYS), *communes_of(territory))
        .group_by(*place, *kind)
        .having(searches >= LEAST)
        .order_by(searches.desc(), Commune.insee_code, *kind)
        .limit(MOST)
    )
    return [Unmet(*row) for row in session.execute(query)]


def supply(session: Session, rows: Sequence[Unmet]) -> dict[tuple[str, str, str], int]:
    """By commune and kind, how many open offers of that kind are near; one query for all."""
    wanted = sorted({(row.insee_code, row.family, row.type_code) for row in rows})
    if not wanted:
        return {}
    columns = [sa.column(name, sa.Text) for name in ("insee", "family", "kind")]
    asked = sa.values(*columns, name="asked").data(wanted).cte("asked")
    near = (
        sa.select(OfferState.offer_id)
        .where(sa.func.ST_DWithin(OfferState.point, Commune.point, NEAR_KM * 1000))
        .where(OfferState.sign != Sign.SUSPENDED, *_is_of(asked))
        .correlate(asked, Commune)
        .limit(MANY_OFFERS + 1)
        .subquery()
    )
    count = sa.select(sa.func.count()).select_from(near).scalar_subquery()
    query = sa.select(asked.c.insee, asked.c.family, asked.c.kind, count).select_from(
        sa.join(asked, Commune, Commune.insee_code == asked.c.insee)
    )
    return {(row[0], row[1], row[2]): row[3] for row in session.execute(query)}


def _is_of(asked: Any) -> list[sa.ColumnElement[bool]]:
    """Of the family and the type asked for, when they were."""
    family = sa.type_coerce(OfferState.family, sa.Text)
    return [
        sa.or_(asked.c.family == "", family == asked.c.family),
        sa.or_(asked.c.kind == "", OfferState.type_code == asked.c.kind),
    ]
