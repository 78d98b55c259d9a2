"""Which offers are within reach of a need: ids and distances first, then the offers by key.

One statement for both would be planned on a guess of how many are near, which is wrong by far.
"""

from collections.abc import Collection
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import WKBElement
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, contains_eager, defer, load_only, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from models.capacity import PlaceLot
from models.codes.offer import Family, Publication
from models.offer import Offer
from models.offer_kinds import kind_of
from models.organization import Organization, Site
from models.plan import Need
from models.reference import Commune

SHOWN = (Publication.PUBLISHED, Publication.SUSPENDED)
# An offer a little too far is shown with what would unlock it, one twice too far is not.
REACH = 2
# Judging one takes half a millisecond: past this many, the farthest are left to a smaller radius.
MOST = 150
# What an offer says at length and no rule reads.
UNREAD = (
    *("description", "admission_details", "documents_required", "cost_details", "languages"),
    *("accepts_measures", "zone_eligibility", "opening_hours", "phone", "email"),
)
Reached = dict[Offer, float | None]


def reached(session: Session, need: Need, home: WKBElement | None) -> Reached:
    """Offers that need no journey or are not on the map, then the nearest, with their metres."""
    far: dict[int, float | None] = dict.fromkeys(session.scalars(_anywhere(need)))
    if home is not None:
        rows = sorted(session.execute(_nearest(need, home)), key=attrgetter("away", "id"))
        far |= {row.id: row.metres for row in rows[:MOST] if row.metres <= _reach_m(need)}
    return {offer: far[offer.id] for offer in by_key(session, kind_of(need.family), far)}


def by_key(session: Session, kind: type[Offer], ids: Collection[int]) -> list[Offer]:
    """Offers with what is judged of them, in the order of their ids; each lot knows its offer."""
    offers = list(session.scalars(_judged(kind).where(kind.id == sa.any_(keys(ids)))).unique())
    lots = sa.select(PlaceLot).where(PlaceLot.offer_id == sa.any_(keys(ids)))
    ordered = session.scalars(lots.order_by(PlaceLot.offer_id, PlaceLot.id))
    found = {key: list(some) for key, some in groupby(ordered, attrgetter("offer_id"))}
    for offer in offers:
        set_committed_value(offer, "lots", found.get(offer.id, []))
        for lot in offer.lots:
            set_committed_value(lot, "offer", offer)
    return offers


def keys(ids: Collection[int]) -> sa.ColumnElement[Any]:
    """Ids as one parameter, so that the statement is the same however many there are."""
    return sa.literal(sorted(ids), ARRAY(sa.BigInteger))


def _nearest(need: Need, home: WKBElement) -> sa.Select[Any]:
    """Ties included: ordered by nothing but the distance, they are met by walking an index."""
    away = Site.public_point.op("<->", return_type=sa.Float)(home).label("away")
    metres = sa.func.ST_Distance(Site.public_point, home).label("metres")
    # The box alone: planned rightly, it bounds the walk; what it holds too far is left out after.
    box = Site.public_point.op("&&")(
        sa.func._st_expand(sa.literal(home, Site.public_point.type), _reach_m(need))
    )
    found = sa.select(Offer.id, metres, away).join(Offer.site)
    nearest = found.where(box, ~Offer.is_remote, *_shown(need.family)).order_by(away)
    return nearest.fetch(MOST, with_ties=True)


def _reach_m(need: Need) -> int:
    return need.radius_km * REACH * 1000


def _anywhere(need: Need) -> sa.Select[Any]:
    """Those of the département that are not on the map, and those done from anywhere."""
    here = Site.department_code == need.plan.home.department_code
    unplaced = sa.select(Offer.id).join(Offer.site).where(Site.public_point.is_(None), here)
    remote = sa.select(Offer.id).where(Offer.is_remote)
    some = sa.union(*(each.where(*_shown(need.family)) for each in (remote, unplaced))).subquery()
    return sa.select(some.c.id).order_by(some.c.id).limit(MOST)


def _shown(family: Family) -> tuple[sa.ColumnElement[bool], ...]:
    """Offers shown to the network, with places to count; a plan is made for each family."""
    of_family = Offer.family == sa.bindparam(None, family, literal_execute=True)
    has_lots = sa.exists().where(PlaceLot.offer_id == Offer.id)
    return (of_family, Offer.publication.in_(SHOWN), has_lots)


def _judged(kind: type[Offer]) -> sa.Select[Any]:
    host = contains_eager(kind.site).contains_eager(Site.organization)
    read = load_only(Organization.legal_name, Organization.legal_form)
    return (
        sa.select(kind)
        .join(kind.site)
        .join(Site.organization)
        .options(
            host.options(read, selectinload(Organization.accreditations)),
            contains_eager(kind.site).joinedload(Site.commune).load_only(Commune.name),
            *(defer(getattr(kind, name)) for name in UNREAD),
        )
        .order_by(kind.id)
    )
