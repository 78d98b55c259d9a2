"""Which offers a flush has touched, seen through any row a search row is made of."""

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.capacity import PlaceLot
from models.offer import AudienceRule, Offer
from models.organization import Organization, Site
from search.indexing.tables import offer, site

Reach = tuple[str, int | None]
KEY = "offers_to_index"

# Reports and claims move the other columns of a lot all day long; none is in a search row.
LOT_COLUMNS = ("gender", "is_for_minors", "households", "days")

LEADS: dict[type[Any], Callable[[Any], Iterator[Reach]]] = {
    Offer: lambda row: iter([("offer", row.id)]),
    PlaceLot: lambda row: iter([("offer", row.offer_id)]),
    Site: lambda row: iter([("site", row.id)]),
    Organization: lambda row: iter([("organization", row.id)]),
    AudienceRule: lambda row: iter(
        [("offer", row.offer_id), ("site", row.site_id), ("organization", row.organization_id)]
    ),
}
COLUMNS = {
    "offer": offer.c.id,
    "site": offer.c.site_id,
    "organization": site.c.organization_id,
}


def see(session: Session) -> None:
    """Note what this flush writes."""
    for row in (*session.new, *filter(_matters, session.dirty), *session.deleted):
        for kind, leads in LEADS.items():
            if isinstance(row, kind):
                note(session, leads(row))


def note(session: Session, reaches: Iterator[Reach]) -> None:
    """Remember that the offers behind these ids are to be written again."""
    waiting = session.info.setdefault(KEY, {})
    for level, key in reaches:
        if key is not None:
            waiting.setdefault(level, set()).add(key)


def take(session: Session) -> list[int]:
    """The offers noted, locked in order so that two writers follow each other; then forgotten."""
    waiting = session.info.pop(KEY, {})
    if not waiting:
        return []
    behind = sa.join(offer, site, offer.c.site_id == site.c.id)
    ids = [
        sa.select(offer.c.id).select_from(behind).where(COLUMNS[level].in_(sorted(keys)))
        for level, keys in waiting.items()
    ]
    found = sa.select(offer.c.id).where(offer.c.id.in_(sa.union_all(*ids))).order_by(offer.c.id)
    return list(session.scalars(found.with_for_update(key_share=True)))


def _matters(row: Any) -> bool:
    state = sa.inspect(row)
    if isinstance(row, PlaceLot):
        return any(state.attrs[name].history.has_changes() for name in LOT_COLUMNS)
    return bool(state.modified)
