"""The offers found, ready to be shown: cards in order, points on the map."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from app.access import Act, may
from app.claims.availability import availability, from_today, window
from app.directory import queries
from app.directory.places import Places, gather
from app.directory.point import coordinates
from models.account import Account
from models.offer import Offer
from search.engine import Hit, Window

Hits = tuple[Hit, ...]


@dataclass(frozen=True)
class Card:
    """One offer found."""

    offer: Offer
    distance_km: float | None
    places: Places | None

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude, when it is on the map."""
        shown = self.offer.site.public_point
        return None if shown is None else coordinates(shown)


def lists(
    session: Session, lists_of_hits: tuple[Hits, ...], account: Account, free_in: Window | None
) -> list[list[Card]]:
    """The cards of several lists shown on one page, asked together."""
    together = cards(session, tuple(chain(*lists_of_hits)), account, free_in)
    known = {card.offer.id: card for card in together}
    return [
        [known[hit.offer_id] for hit in hits if hit.offer_id in known] for hits in lists_of_hits
    ]


def cards(session: Session, hits: Hits, account: Account, free_in: Window | None) -> list[Card]:
    """The offers of these hits in their order, in two queries however many."""
    if not hits:
        return []
    ids = [hit.offer_id for hit in hits]
    offers = {offer.id: offer for offer in session.scalars(queries.on_cards(ids)).unique()}
    lots = [lot.id for offer in offers.values() for lot in offer.lots]
    days = window(*free_in) if free_in else from_today()
    counted = availability(session, lots, days) if lots else {}
    return [
        Card(
            offers[hit.offer_id],
            None if hit.distance_m is None else hit.distance_m / 1000,
            gather(
                offers[hit.offer_id].lots,
                counted,
                with_sum=may(account, Act.SEE_SUM, offers[hit.offer_id]),
            ),
        )
        for hit in hits
        if hit.offer_id in offers
    ]


def points(found: list[Card]) -> list[dict[str, Any]]:
    """What the map draws: those of the page that are on it, longitude first."""
    return [
        {
            "id": card.offer.id,
            "lon": card.point[0],
            "lat": card.point[1],
            "family": card.offer.family,
            "label": f"{card.offer.title}, {card.offer.organization.legal_name}",
            "sign": card.places.sign if card.places else "unknown",
            "n": card.places.free if card.places else None,
            "url": url_for("directory.show", offer_id=card.offer.id),
        }
        for card in found
        if card.point
    ]
