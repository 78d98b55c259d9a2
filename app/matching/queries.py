"""Reads what matching needs of the directory: a few queries, however many offers answer."""

from geoalchemy2 import Geometry, WKBElement
from sqlalchemy import Select, any_, cast, exists, func, or_, select
from sqlalchemy.orm import Session

from app.matching.reaching import SHOWN, keys
from models.capacity import PlaceLot
from models.codes.people import ConstraintKind
from models.offer import AudienceRule, Offer
from models.organization import Site
from models.orientation import Orientation
from models.plan import Constraint, Need


def home_of(need: Need) -> WKBElement | None:
    """Where distances start from: the point of the plan, else that of its commune."""
    return need.plan.home_point or need.plan.home.point


def distance_to(site: Site, home: WKBElement) -> Select[float | None]:
    """Metres from home to one site; None when the site is not on the map."""
    return select(func.ST_Distance(Site.public_point, home)).where(Site.id == site.id)


def audiences(session: Session, offers: list[Offer]) -> dict[tuple[str, int], AudienceRule]:
    """Audience rules of these offers, their sites and organizations, by level and id."""
    rules = session.scalars(
        select(AudienceRule).where(
            or_(
                AudienceRule.offer_id == any_(keys({offer.id for offer in offers})),
                AudienceRule.site_id == any_(keys({offer.site_id for offer in offers})),
                AudienceRule.organization_id
                == any_(keys({offer.site.organization_id for offer in offers})),
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
    return frozenset(
        session.scalars(select(Site.id).where(Site.id == any_(keys(site_ids)), inside))
    )


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
