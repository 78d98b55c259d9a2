"""The page of one offer, and the true address of a confidential one."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.audit.actions import record
from app.directory import page
from app.directory.routes.base import blueprint, load_offer
from app.extensions import db
from app.gate import current_account, require
from models.codes.access import Operation
from models.organization import SiteSecret


@blueprint.get("/offres/<int:offer_id>")
def show(offer_id: int) -> str:
    """Everything one would telephone to ask."""
    offer = load_offer(offer_id)
    require(Act.SEE_OFFER, offer)
    return render_template(
        "directory/show.html",
        shown=page.read(db.session, offer, current_account()),
        offer=offer,
    )


@blueprint.post("/offres/<int:offer_id>/adresse")
def address(offer_id: int) -> ResponseReturnValue:
    """The address of a confidential site: row security decides, the log remembers."""
    offer = load_offer(offer_id)
    require(Act.SEE_OFFER, offer)
    secret = db.session.get(SiteSecret, offer.site_id)
    if secret is None:
        abort(403)
    record(
        Operation.CONSULT,
        subject_kind="site_secret",
        subject_id=offer.site_id,
        reason="Adresse confidentielle d'un site",
        ip_address=request.remote_addr,
    )
    return render_template("directory/address.html", offer=offer, secret=secret)
