"""One offer as its partner sees it: its lots, what is free in each, and their live claims."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.claims.availability import availability
from app.claims.queries import live_claims
from app.claims.sums import Availability
from models.capacity import PlaceClaim, PlaceLot
from models.offer import Offer


@dataclass
class LotView:
    """A lot with its figures and its live claims."""

    lot: PlaceLot
    figures: Availability
    claims: list[PlaceClaim] = field(default_factory=list)


@dataclass
class Block:
    """An offer with its lots."""

    offer: Offer
    lots: list[LotView]


def blocks(session: Session, offers: Iterable[Offer]) -> list[Block]:
    """Offers and the figures of all their lots, in one query more."""
    shown = list(offers)
    figures = availability(session, [lot.id for offer in shown for lot in offer.lots])
    return [Block(offer, [LotView(lot, figures[lot.id]) for lot in offer.lots]) for offer in shown]


def detailed(session: Session, offer: Offer) -> Block:
    """One offer with the live claims of each lot."""
    (block,) = blocks(session, [offer])
    claims = session.scalars(live_claims(*(lot.id for lot in offer.lots))).all()
    for view in block.lots:
        view.claims = [claim for claim in claims if claim.lot_id == view.lot.id]
    return block
