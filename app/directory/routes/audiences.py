"""Who is welcome in an offer."""

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.directory import actions
from app.directory.forms.lot import AudienceForm
from app.directory.routes.base import blueprint
from app.directory.routes.confirming import back
from app.directory.routes.lots import load_writable
from app.extensions import db
from models.offer import AudienceRule

EDIT = "directory/edit_audience.html"


@blueprint.get("/offres/<int:offer_id>/public")
def edit_audience(offer_id: int) -> str:
    """What is said at the level of the offer."""
    offer = load_writable(offer_id)
    rule = db.session.scalar(select(AudienceRule).where(AudienceRule.offer_id == offer_id))
    return render_template(EDIT, form=AudienceForm(obj=rule), offer=offer)


@blueprint.post("/offres/<int:offer_id>/public")
def update_audience(offer_id: int) -> ResponseReturnValue:
    """Say it anew."""
    offer = load_writable(offer_id)
    form = AudienceForm()
    if not form.validate():
        return render_template(EDIT, form=form, offer=offer), 422
    actions.set_audience(db.session, offer, **form.terms())
    db.session.commit()
    return back(offer_id, "Le public accueilli est à jour.")
