"""The page of one offer, and the true address of a confidential one."""

from collections.abc import Sequence

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.confidential import open_secret
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


@blueprint.post("/offres/<int:offer_id>/adresse")
def address(offer_id: int) -> ResponseReturnValue:
    """The address of a confidential site: row security decides, the log remembers."""
    offer = load_offer(offer_id)
    require(Act.SEE_OFFER, offer)
    secret = open_secret(
        offer.site,
        by=current_account(),
        why="Adresse confidentielle lue depuis la page de l'offre",
        ip_address=request.remote_addr,
    )
    if secret is None:
        abort(403)
    return render_template("directory/address.html", offer=offer, secret=secret)
