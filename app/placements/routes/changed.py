"""What was asked came too late: the page as it now is, and why nothing was kept."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.claims.actions import PlaceTaken
from app.extensions import db
from app.placements.blueprint import blueprint
from app.placements.loading import load_orientation, load_placement
from app.placements.routes import requests, stays
from models.base import Code
from models.lifecycle import IllegalMove

LATE_REQUEST = "Cette demande a changé entre-temps : elle est maintenant « {status} »."
LATE_STAY = "Ce placement a changé entre-temps : il est maintenant « {status} »."
GIVEN_AWAY = (
    "La réservation de cette place s'était arrêtée et la place n'est plus libre à ces dates."
    " Déplacez les dates, ou cherchez une autre place."
)


@blueprint.errorhandler(IllegalMove)
@blueprint.errorhandler(PlaceTaken)
def changed(error: IllegalMove | PlaceTaken) -> ResponseReturnValue:
    """Undo, then show the request or the stay as it now is; an address that is past leads there."""
    db.session.rollback()
    asked = request.view_args or {}
    if "placement_id" in asked:
        stay = load_placement(asked["placement_id"])
        said = told(error, LATE_STAY, stay.status)
        address = url_for("placements.show", placement_id=stay.id)
        return answer(stays.page(stay, errors=[said]), said, address)
    found = load_orientation(asked["orientation_id"])
    said = told(error, LATE_REQUEST, found.status)
    address = url_for("placements.orientation", orientation_id=found.id)
    return answer(requests.page(found, errors=[said]), said, address)


def answer(page: str, said: str, address: str) -> ResponseReturnValue:
    """409 to what was sent; whoever only opened a step that is past is led to the page."""
    if request.method == "POST":
        return page, 409
    flash(said)
    return redirect(address)


def told(error: IllegalMove | PlaceTaken, late: str, status: Code) -> str:
    """The sentence."""
    return GIVEN_AWAY if isinstance(error, PlaceTaken) else late.format(status=status.label)
