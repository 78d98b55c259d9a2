"""What was asked came too late: the page as it now is, and why nothing was kept."""

from flask import request
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
    """Undo, then show the request or the stay as it now is."""
    db.session.rollback()
    asked = request.view_args or {}
    if "placement_id" in asked:
        stay = load_placement(asked["placement_id"])
        return stays.page(stay, errors=[told(error, LATE_STAY, stay.status)]), 409
    found = load_orientation(asked["orientation_id"])
    return requests.page(found, errors=[told(error, LATE_REQUEST, found.status)]), 409


def told(error: IllegalMove | PlaceTaken, late: str, status: Code) -> str:
    """The sentence."""
    return GIVEN_AWAY if isinstance(error, PlaceTaken) else late.format(status=status.label)
