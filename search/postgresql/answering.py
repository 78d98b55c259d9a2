"""Finds one page of offers, kind of match by kind of match, nearest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.engine import Hit, Place
from search.postgresql import filters
from search.postgresql.keys import Key
from search.postgresql.scope import Scope

MOST_REMOTE = 5
# From this many offers in the radius on, walking outwards from the place meets a page of them soon.
MANY = 500


class Found(NamedTuple):
    """An offer, and what it was ordered by."""

    key: Key
    hit: Hit


@dataclass(frozen=True)
class Cut:
    """How many offers of one kind of match to read, and after which."""

    rank: int
    after: Key | None
    wanted: int


def page(session: Session, scope: Scope, after: Key | None, total: int) -> list[Found]:
    """One offer more than the page shows, when there is one; a better kind of match comes first."""
    wanted = min(scope.request.size + 1, total)
    # With many offers around, an index is followed outwards; else the radius is sorted.
    around = [] if total >= MANY else scope.near
    found: list[Found] = []
    for rank, tier in scope.tiers.items():
        if len(found) < wanted and (after is None or rank >= after.rank):
            start = after if after is not None and rank == after.rank else None
            conditions = [*around, *scope.filters, *scope.kinds, *tier]
            chosen = sa.select(OfferSearch.offer_id).where(*conditions)
            found += _read(session, scope, chosen, Cut(rank, start, wanted - len(found)))
    return found


def remote(session: Session, scope: Scope) -> list[Hit]:
    """What can be done from anywhere, beside the first page of what is near a place; never many."""
    rank = scope.rank.label("rank")
    conditions = [OfferSearch.is_remote, *scope.filters, *scope.kinds, *scope.words]
    found = sa.select(OfferSearch.offer_id, rank).where(*conditions)
    rows = session.execute(found.order_by(rank, OfferSearch.offer_id).limit(MOST_REMOTE))
    return [Hit(row.offer_id, None, row.rank) for row in rows]


def _read(session: Session, scope: Scope, chosen: sa.Select[Any], cut: Cut) -> list[Found]:
    place = scope.request.place
    if place is None:
        return list(_by_id(session, chosen, cut))
    radius_m = filters.radius_m(scope.request)
    found = _by_distance(session, chosen.where(~OfferSearch.is_remote), place, cut)
    return [one for one in found if (one.hit.distance_m or 0) <= radius_m]


def _by_id(session: Session, chosen: sa.Select[Any], cut: Cut) -> Iterator[Found]:
    if cut.after is not None:
        chosen = chosen.where(OfferSearch.offer_id > cut.after.offer_id)
    for key in session.scalars(chosen.order_by(OfferSearch.offer_id).limit(cut.wanted)):
        yield Found(Key(cut.rank, 0.0, key), Hit(key, None, cut.rank))


def _by_distance(
    session: Session, chosen: sa.Select[Any], place: Place, cut: Cut
) -> Iterator[Found]:
    """The index knows distances on a sphere, ties included; metres shown are on the spheroid."""
    away = filters.away(place)
    if cut.after is not None:
        last = sa.tuple_(cut.after.metres, cut.after.offer_id)
        chosen = chosen.where(sa.tuple_(away, OfferSearch.offer_id) > last)
    columns = (away.label("away"), filters.metres(place).label("metres"))
    nearest = chosen.add_columns(*columns).order_by(away).fetch(cut.wanted, with_ties=True)
    rows = sorted(session.execute(nearest), key=lambda row: (row.away, row.offer_id))
    for row in rows[: cut.wanted]:
        yield Found(Key(cut.rank, row.away, row.offer_id), Hit(row.offer_id, row.metres, cut.rank))
