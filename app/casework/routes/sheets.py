"""A person's page."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from app.casework import sheet
from app.casework.routes.base import blueprint, load_person
from app.extensions import db
from models.base import today
from models.codes.people import PillarStatus


@blueprint.get("/personnes/<uuid:person_id>")
def show(person_id: UUID) -> ResponseReturnValue:
    """Constraints, measures, plan, needs, requests, placements, timeline."""
    person = load_person(person_id, reason="dossier")
    return render_template(
        "casework/show.html",
        person=person,
        sheet=sheet.open_sheet(db.session, person),
        reading=sheet,
        today=today(),
        statuses=PillarStatus.choices(),
    )
