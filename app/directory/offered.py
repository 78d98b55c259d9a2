"""The offers of an organization or of a site that an account may see, with what is free."""

from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from app.access import Act, may, visible_offers
from app.claims.availability import availability
from app.directory import queries
from app.directory.places import Places, gather
from models.account import Account
from models.offer import Offer

Offered = tuple[list[Offer], dict[int, Places | None]]


def offered(session: Session, offers: Select[Any], account: Account) -> Offered:
    """In three queries however many: the offers in their order, and the places of each."""
    seen = visible_offers(account).with_only_columns(Offer.id)
    mine = offers.where(queries.ANY_KIND.id.in_(seen))
    found: list[Offer] = list(session.scalars(mine).unique())
    lots = [lot.id for offer in found for lot in offer.lots]
    counted = availability(session, lots) if lots else {}
    return found, {
        offer.id: gather(offer.lots, counted, with_sum=may(account, Act.SEE_SUM, offer))
        for offer in found
    }
