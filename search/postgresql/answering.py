"""Finds one page of offers, kind of match by kind of match, nearest first."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.engine import Hit, Place
from search.postgresql import filters
from search.postgresql.keys import Key
from search.postgresql.scope import Condition, Scope

MOST_REMOTE = 5
Found = list[tuple[Key, Hit]]


def page(session: Session, scope: Scope, after: Key | None) -> Found:
    """One offer more than the page shows, when there is one; a better kind of match leaves the next unasked."""
    wanted = scope.request.size + 1
    found: Found = []
    for rank, tier in scope.tiers.items():
        if after is not None and rank < after.rank:
            continue
        start = after if after is not None and rank == after.rank else None
        conditions = [*scope.conditions, *scope.kinds, *tier]
        found += _tier(session, scope.request.place, conditions, rank, start, wanted - len(found))
        if len(found) >= wanted:
            break
    return found[:wanted]


def remote(session: Session, scope: Scope) -> list[Hit]:
    """What can be done from anywhere, beside the first page of what is near a place."""
    conditions = [OfferSearch.is_remote, *filters.others(scope.request), *scope.kinds]
    found: list[Hit] = []
    for rank, tier in scope.tiers.items():
        left = MOST_REMOTE - len(found)
        if left:
            tiers = _tier(session, None, [*conditions, *tier], rank, None, left)
            found += [hit for _, hit in tiers]
    return found


def _tier(
    session: Session,
    place: Place | None,
    conditions: list[Condition],
    rank: int,
    after: Key | None,
    wanted: int,
) -> Found:
    chosen = sa.select(OfferSearch.offer_id).where(*conditions)
    if place is None:
        return list(_by_id(session, chosen, rank, after, wanted))
    return list(_by_distance(session, chosen, place, rank, after, wanted))


def _by_id(
    session: Session, chosen: sa.Select[Any], rank: int, after: Key | None, wanted: int
) -> Iterator[tuple[Key, Hit]]:
    if after is not None:
        chosen = chosen.where(OfferSearch.offer_id > after.offer_id)
    for key in session.scalars(chosen.order_by(OfferSearch.offer_id).limit(wanted)):
        yield Key(rank, 0.0, key), Hit(key, None, rank)


def _by_distance(
    session: Session,
    chosen: sa.Select[Any],
    place: Place,
    rank: int,
    after: Key | None,
    wanted: int,
) -> Iterator[tuple[Key, Hit]]:
    """The index gives the nearest on a sphere, ties included; metres shown are on the spheroid."""
    away = OfferSearch.point.op("<->", return_type=sa.Float)(filters.ground(place))
    if after is not None:
        chosen = chosen.where(sa.tuple_(away, OfferSearch.offer_id) > sa.tuple_(after.metres, after.offer_id))
    nearest = chosen.add_columns(away.label("away"), filters.metres(place).label("metres"))
    nearest = nearest.order_by(away).fetch(wanted, with_ties=True)
    rows = sorted(session.execute(nearest), key=lambda row: (row.away, row.offer_id))
    for row in rows[:wanted]:
        yield Key(rank, row.away, row.offer_id), Hit(row.offer_id, row.metres, rank)
