"""« Heures »: the stays that have begun and the hours still to note."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access import Act
from app.audit.actions import record
from app.extensions import db
from app.gate import current_account, require
from app.hosting.rules import minutes_entered, minutes_validated
from app.portal.blueprint import blueprint
from app.portal.queries import hosted
from models.codes.access import Operation


@blueprint.get("/heures")
def hours() -> ResponseReturnValue:
    """Every stay at the partner's, those whose hours are counted first."""
    require(Act.OPEN_PORTAL)
    record(Operation.CONSULT, subject_kind="placement", reason="liste des accueils de la structure")
    stays = db.session.scalars(hosted(current_account())).unique()
    lines = [(stay, minutes_entered(stay), minutes_validated(stay)) for stay in stays]
    return render_template("portal/hours.html", lines=lines)
