"""A forbidden zone, lifted."""

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from app.casework import actions, sheet
from app.casework.routes.base import blueprint, load_plan, modify
from app.casework.routes.plans import still_open
from app.extensions import db


@blueprint.post("/projets/<uuid:plan_id>/zones/<uuid:zone_id>/levee")
def lift_zone(plan_id: UUID, zone_id: UUID) -> ResponseReturnValue:
    """The court has lifted the zone; already lifted, it is not found."""
    plan = still_open(load_plan(plan_id, reason="zones interdites", lock=True))
    zone = next((zone for zone in sheet.zones_of(plan) if zone.id == zone_id), None)
    actions.lift_zone(db.session, zone or abort(404))
    modify(plan.person_id, "zone interdite levée")
    db.session.commit()
    flash("La zone n'est plus interdite.")
    return redirect(url_for("casework.edit", plan_id=plan.id))
