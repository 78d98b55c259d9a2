"""Who is expected: exactly the fields disclosed to this partner, each reading of which is kept."""

from uuid import UUID

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.audit.actions import record
from app.portal.blueprint import blueprint
from app.portal.routes.stay_page import load
from models.codes.access import Operation
from models.orientation import Disclosure


@blueprint.get("/accueils/<uuid:placement_id>/coordonnees")
def disclosure(placement_id: UUID) -> ResponseReturnValue:
    """The latest disclosure of this stay, or 404 when nothing is disclosed."""
    stay = load(placement_id)
    disclosures = stay.orientation.disclosures
    if not disclosures:
        abort(404)
    latest = max(disclosures, key=lambda one: one.disclosed_at)
    record(
        Operation.CONSULT,
        subject_kind="disclosure",
        subject_id=latest.id,
        reason="accueil de la personne par la structure",
        recipient=stay.orientation.organization_name,
    )
    return render_template("portal/disclosure.html", placement=stay, rows=rows(latest))


def rows(disclosed: Disclosure) -> list[tuple[str, str | None]]:
    """What was disclosed, in the order it was."""
    return [(name, disclosed.content.get(name)) for name in disclosed.field_names]
