"""Reads what matching needs of the directory: a few queries, however many offers answer."""

from typing import Any

from geoalchemy2 import Geometry, WKBElement
from sqlalchemy import ColumnElement, Select, Subquery, and_, cast, exists, func, or_, select
from sqlalchemy.orm import Session, contains_eager, defer, load_only, selectinload

from models.capacity import PlaceLot
from models.codes.offer import Family, Publication
from models.codes.people import ConstraintKind
from models.offer import AudienceRule, Offer
from models.offer_kinds import kind_of
from models.organization import Organization, Site
from models.orientation import Orientation
from models.plan import Constraint, Need
from models.reference import Commune

SHOWN = (Publication.PUBLISHED, Publication.SUSPENDED)
# An offer a little too far is shown with what would unlock it, one twice too far is not.
REACH = 2
MOST = 300
# What an offer says at length and no rule reads.
UNREAD = (
    *("description", "admission_details", "documents_required", "cost_details", "languages"),
    *("accepts_measures", "zone_eligibility", "opening_hours", "phone", "email"),
)
HOST_READ = (Organization.legal_name, Organization.legal_form)


def home_of(need: Need) -> WKBElement | None:
    """Where distances start from: the point of the plan, else that of its commune."""
    return need.plan.home_point or need.plan.home.point


def offers_near(need: Need, home: WKBElement | None) -> Select[Any]:
    """The offers of a family within reach, nearest first, each with its distance in metres."""
    kind, near = kind_of(need.family), _nearest(need, home)
    return (
        _offers(kind, near.c.distance)
        .join(near, near.c.id == kind.id)
        .order_by(near.c.away, kind.id)
        .limit(MOST)
    )


def _nearest(need: Need, home: WKBElement | None) -> Subquery:
    """The ids alone, ties included: ordered by nothing else, they are met by walking an index."""
    away = Site.public_point.op("<->")(home).label("away")
    near = func.ST_DWithin(Site.public_point, home, need.radius_km * REACH * 1000)
    return (
        select(Offer.id, func.ST_Distance(Site.public_point, home).label("distance"), away)
        .join(Offer.site)
        .where(near, ~Offer.is_remote, *_shown(Offer, need.family))
        .order_by(away)
        .fetch(MOST, with_ties=True)
        .subquery("near")
    )


def _shown(kind: Any, family: Family) -> tuple[ColumnElement[bool], ...]:
    """Offers of a family that are shown to the network and have places to count."""
    has_lots = exists().where(PlaceLot.offer_id == kind.id)
    return (kind.family == family, kind.publication.in_(SHOWN), has_lots)


def offers_anywhere(need: Need) -> Select[Any]:
    """Offers that need no journey, and those of the département that are not on the map."""
    kind = kind_of(need.family)
    unplaced = and_(
        Site.public_point.is_(None), Site.department_code == need.plan.home.department_code
    )
    nowhere = cast(None, Offer.id.type)
    return (
        _offers(kind, nowhere)
        .where(or_(kind.is_remote, unplaced), *_shown(kind, need.family))
        .order_by(kind.id)
        .limit(MOST)
    )


def distance_to(site: Site, home: WKBElement) -> Select[float | None]:
    """Metres from home to one site; None when the site is not on the map."""
    return select(func.ST_Distance(Site.public_point, home)).where(Site.id == site.id)


def _offers(kind: type[Offer], distance: ColumnElement[Any]) -> Select[Any]:
    """Offers with what is judged of them; their hosts without what only a page of theirs says."""
    host = contains_eager(kind.site).contains_eager(Site.organization)
    return (
        select(kind, distance)
        .join(kind.site)
        .join(Site.organization)
        .options(
            host.options(load_only(*HOST_READ), selectinload(Organization.accreditations)),
            contains_eager(kind.site).joinedload(Site.commune).load_only(Commune.name),
            selectinload(kind.lots),
            *(defer(getattr(kind, name)) for name in UNREAD),
        )
    )


def audiences(session: Session, offers: list[Offer]) -> dict[tuple[str, int], AudienceRule]:
    """Audience rules of these offers, their sites and organizations, by level and id."""
    rules = session.scalars(
        select(AudienceRule).where(
            or_(
                AudienceRule.offer_id.in_({offer.id for offer in offers}),
                AudienceRule.site_id.in_({offer.site_id for offer in offers}),
                AudienceRule.organization_id.in_({o.site.organization_id for o in offers}),
            )
        )
    )
    return {
        (level, key): rule
        for rule in rules
        for level in ("offer", "site", "organization")
        if (key := getattr(rule, f"{level}_id")) is not None
    }


def sites_within(
    session: Session, need: Need, kind: ConstraintKind, site_ids: frozenset[int]
) -> frozenset[int]:
    """Which of these sites lie in a zone of this kind of the need's plan."""
    inside = exists().where(
        Constraint.plan_id == need.plan_id,
        Constraint.kind == kind,
        func.ST_Intersects(Constraint.zone, cast(Site.public_point, Geometry)),
    )
    return frozenset(session.scalars(select(Site.id).where(Site.id.in_(site_ids), inside)))


def shown_lot(lot_id: int) -> Select[PlaceLot]:
    """A lot whose offer is shown to the network."""
    return (
        select(PlaceLot)
        .join(PlaceLot.offer)
        .where(PlaceLot.id == lot_id, ~PlaceLot.is_for_minors, Offer.publication.in_(SHOWN))
    )


def already_held(need: Need, lot: PlaceLot) -> Select[Orientation]:
    """The orientation that already holds a unit of this lot for this need."""
    live = Orientation.closed_at.is_(None)
    same = (Orientation.need_id == need.id, Orientation.lot_id == lot.id)
    return select(Orientation).where(*same, live).order_by(Orientation.id)
