"""What a partner's pages read: its offers, the requests sent to it, the stays it hosts."""

import datetime as dt
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager, selectin_polymorphic, selectinload

from app.access import organizations_of, visible_offers, visible_orientations, visible_placements
from models.account import Account
from models.base import now, today
from models.capacity import PlaceLot
from models.codes.journey import OrientationStatus, PlacementStatus
from models.codes.offer import Publication
from models.offer import Offer
from models.offer_kinds import TigPost
from models.organization import Site
from models.orientation import Orientation
from models.placement import Placement

OPEN_AFTER_END = dt.timedelta(days=30)
ON_OFFER = (Publication.PUBLISHED, Publication.SUSPENDED)


def own_offers(account: Account) -> Select[Offer]:
    """The offers its organizations show to the network, with their lots."""
    own = Offer.site.has(Site.organization_id.in_(organizations_of(account)))
    with_lots = (selectinload(Offer.lots), selectin_polymorphic(Offer, [TigPost]))
    shown = visible_offers(account).where(own, Offer.publication.in_(ON_OFFER))
    return shown.options(*with_lots).order_by(Offer.title, Offer.id)


def visible_lots(account: Account) -> Select[PlaceLot]:
    """The lots of the offers that exist for the account."""
    offers = visible_offers(account).with_only_columns(Offer.id)
    return select(PlaceLot).where(PlaceLot.offer_id.in_(offers))


def received(account: Account) -> Select[Orientation]:
    """Requests sent to its organizations, until thirty days after they end."""
    since = now() - OPEN_AFTER_END
    still_open = or_(
        Orientation.closed_at > since,
        Orientation.closed_at.is_(None) & (Orientation.status != OrientationStatus.CONFIRMED),
        Placement.ended_on >= today() - OPEN_AFTER_END,
        Placement.id.is_not(None) & Placement.ended_on.is_(None),
    )
    return (
        visible_orientations(account)
        .outerjoin(Placement, Placement.orientation_id == Orientation.id)
        .where(Orientation.organization_id.in_(organizations_of(account)), still_open)
        .order_by(Orientation.sent_at.desc(), Orientation.id)
    )


def unanswered(account: Account) -> Select[int]:
    """How many requests await its answer."""
    return _count(received(account).where(Orientation.status == OrientationStatus.SENT))


def under_way(account: Account) -> Select[int]:
    """How many stays have begun, whose hours it notes."""
    return _count(running(hosted(account)))


def _count(rows: Select[Any]) -> Select[int]:
    return select(func.count()).select_from(rows.order_by(None).subquery())


def hosted(account: Account) -> Select[Placement]:
    """Stays at its organizations, until thirty days after they end."""
    since = today() - OPEN_AFTER_END
    own = Placement.organization_id.in_(organizations_of(account))
    return (
        visible_placements(account)
        .join(Placement.orientation)
        .options(contains_eager(Placement.orientation), selectinload(Placement.sessions))
        .where(own, or_(Placement.ended_on.is_(None), Placement.ended_on >= since))
        .order_by(Placement.starts_on, Placement.id)
    )


def running(placements: Select[Placement]) -> Select[Placement]:
    """Those that have begun and whose hours are counted."""
    begun = Placement.status.in_((PlacementStatus.STARTED, PlacementStatus.SUSPENDED))
    return placements.where(begun, Placement.hours_ordered.is_not(None))
