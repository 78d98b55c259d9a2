"""Closing an offer for good, after a page that says what that means; and opening it again."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.access import Act
from app.directory import actions
from app.directory.routes.base import blueprint, load_offer
from app.directory.routes.confirming import changed, press
from app.extensions import db
from app.gate import require
from models.lifecycle import IllegalMove
from models.offer import Offer


@blueprint.get("/offres/<int:offer_id>/fermeture")
def confirm_close(offer_id: int) -> str:
    """What closing means."""
    offer = load_offer(offer_id)
    require(Act.EDIT_OFFER, offer)
    return render_template("directory/confirm_close.html", offer=offer)


@blueprint.post("/offres/<int:offer_id>/fermeture")
def close(offer_id: int) -> ResponseReturnValue:
    """Stop for good."""
    offer = load_offer(offer_id, lock=True)
    require(Act.EDIT_OFFER, offer)
    try:
        actions.close(offer)
    except IllegalMove as late:
        return changed(offer_id, late)
    db.session.commit()
    return redirect_to_owner(offer, "L'offre est fermée. Les personnes déjà accueillies restent.")


@blueprint.post("/offres/<int:offer_id>/reouverture")
def reopen(offer_id: int) -> ResponseReturnValue:
    """A draft again."""
    said = "L'offre est rouverte en brouillon : relisez-la, puis publiez-la."
    return press(offer_id, Act.EDIT_OFFER, actions.reopen, said)


def redirect_to_owner(offer: Offer, said: str) -> Response:
    """A closed offer may no longer exist for the account: back to whose it was."""
    flash(said)
    owner = offer.site.organization_id
    return redirect(url_for("directory.organization", organization_id=owner), 303)
