"""The blueprint, the way in to an offer, and what every page asks of the units' favourites."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, g
from sqlalchemy import Select

from app.access import Act, visible_offers
from app.extensions import db
from app.favourites import queries
from app.gate import current_account, one_or_404, require
from models.account import Unit
from models.offer import Offer
from models.saved import UnitNote

blueprint = Blueprint("favourites", __name__)


@dataclass(frozen=True)
class Stars:
    """The units of who reads the page, and which of them starred each offer."""

    units: tuple[Unit, ...]
    starred: dict[int, frozenset[int]]

    def has(self, offer_id: int, unit_id: int | None = None) -> bool:
        """Whether one of the units, or this one, starred the offer."""
        by = self.starred.get(offer_id, frozenset())
        return bool(by) if unit_id is None else unit_id in by


def load_offer(offer_id: int) -> Offer:
    """An offer that exists for the account, who may keep it."""
    require(Act.KEEP_FAVOURITES)
    query: Select[Any] = visible_offers(current_account()).where(Offer.id == offer_id)
    offer: Offer = one_or_404(query)
    return offer


@blueprint.app_template_global("stars")
def stars() -> Stars:
    """Asked once a page, however many cards it shows."""
    if "stars" not in g:
        g.stars = read_stars()
    seen: Stars = g.stars
    return seen


def read_stars() -> Stars:
    """One query: the favourites of the units."""
    account = current_account()
    starred: dict[int, frozenset[int]] = {}
    for one in db.session.scalars(queries.latest(account)):
        starred[one.offer_id] = starred.get(one.offer_id, frozenset()) | {one.unit_id}
    return Stars(tuple(queries.units(account)), starred)


@blueprint.app_template_global("notes_of_my_units")
def notes_of_my_units(offer_id: int) -> list[UnitNote]:
    """What the reader's units noted about one offer."""
    return list(db.session.scalars(queries.notes_on(current_account(), [offer_id])))
