"""What a kept search finds today: which offers, and which of them have a place free."""

import dataclasses
from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.claims import together
from app.claims.availability import availability, from_today, window
from app.directory import keeping, links
from app.searching import engine
from models.capacity import PlaceLot
from models.saved import Query
from search.engine import Aside, Hit, Reach, SearchRequest, Window

# A search that finds more is no question that an alert can answer.
MOST = 300


class Sight(NamedTuple):
    """The offers found, and those that have a place free among them."""

    found: frozenset[int]
    free: frozenset[int]


def look(session: Session, query: Query) -> Sight | None:
    """One question for each list; None when it finds too much, or cannot be asked any more."""
    form = keeping.form_of(query)
    if form.errors:
        return None
    asked = form.request(types=links.kinds(query.get("type", ()), form))
    asked = dataclasses.replace(asked, size=MOST, with_counts=False)
    page = engine().search(session, asked)
    if page.total > MOST:
        return None
    beside = (
        *_whole(session, asked, Reach.COVERING, page.covering),
        *_whole(session, asked, Reach.REMOTE, page.remote),
    )
    found = frozenset(hit.offer_id for hit in (*page.hits, *beside))
    return Sight(found, free_among(session, found, form.window))


def _whole(session: Session, asked: SearchRequest, reach: Reach, aside: Aside) -> tuple[Hit, ...]:
    """A list beside the one asked for; a page holds its beginning alone."""
    if len(aside.hits) == aside.total:
        return aside.hits
    wider = dataclasses.replace(asked, reach=reach, size=aside.total)
    return engine().search(session, wider).hits


def free_among(session: Session, offer_ids: Collection[int], days: Window | None) -> frozenset[int]:
    """Those of which a free place can be told, on these days or from today on."""
    lots = sa.select(PlaceLot.id, PlaceLot.offer_id).where(PlaceLot.offer_id.in_(offer_ids))
    offers = {row.id: row.offer_id for row in session.execute(lots)}
    if not offers:
        return frozenset()
    counted = availability(session, offers, window(*days) if days else from_today())
    return frozenset(offers[lot_id] for lot_id, one in counted.items() if together.free([one]))
