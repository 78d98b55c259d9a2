"""The true address of a confidential site, asked for from its page or from that of an offer."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.confidential import open_secret
from app.directory.records import Record
from app.directory.routes.base import blueprint, load_offer, load_site
from app.gate import current_account, require
from models.organization import Site


@blueprint.post("/offres/<int:offer_id>/adresse")
def address(offer_id: int) -> ResponseReturnValue:
    """That of the place where the offer is."""
    offer = load_offer(offer_id)
    require(Act.SEE_OFFER, offer)
    return opened(Record(offer), offer.site, "la page de l'offre")


@blueprint.post("/sites/<int:site_id>/adresse")
def site_address(site_id: int) -> ResponseReturnValue:
    """That of the site itself."""
    site = load_site(site_id)
    return opened(Record(site), site, "la page du site")


def opened(record: Record, site: Site, where: str) -> ResponseReturnValue:
    """Row security decides who reads it, the log remembers."""
    secret = open_secret(
        site,
        by=current_account(),
        why=f"Adresse confidentielle lue depuis {where}",
        ip_address=request.remote_addr,
    )
    if secret is None:
        abort(403)
    return render_template("directory/address.html", record=record, site=site, secret=secret)
