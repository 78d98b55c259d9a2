"""The page of one offer."""

from collections.abc import Sequence

from flask import render_template

from app.access import Act, may
from app.directory import mistaken, page
from app.directory.completeness.offers import of_offer
from app.directory.records import Record
from app.directory.routes.base import blueprint, load_offer
from app.extensions import db
from app.gate import current_account, require
from models.offer import Offer


@blueprint.get("/offres/<int:offer_id>")
def show(offer_id: int) -> str:
    """Everything one would telephone to ask."""
    offer = load_offer(offer_id)
    require(Act.SEE_OFFER, offer)
    return whole(offer)


def whole(offer: Offer, errors: Sequence[str] = ()) -> str:
    """The page of an offer; what is missing is for those who may fill it."""
    shown, record = page.read(db.session, offer, current_account()), Record(offer)
    return render_template(
        "directory/show.html",
        shown=shown,
        offer=offer,
        record=record,
        mistakes=mistaken.open_on(db.session, record),
        gaps=of_offer(shown) if may(current_account(), Act.EDIT_OFFER, offer) else None,
        errors=errors,
    )
