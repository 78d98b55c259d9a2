"""The page of one organization: its sites, offers, accreditations and contacts."""

from flask import render_template

from app.access import Act, may, visible_offers
from app.claims.availability import availability
from app.directory import queries
from app.directory.places import gather
from app.directory.routes.base import blueprint, load_organization
from app.extensions import db
from app.gate import current_account
from models.offer import Offer


@blueprint.get("/structures/<int:organization_id>")
def organization(organization_id: int) -> str:
    """Whoever hosts, houses, hires, cares or helps."""
    shown = load_organization(organization_id)
    account = current_account()
    seen = visible_offers(account).with_only_columns(Offer.id)
    mine = queries.of_organization(shown).where(queries.ANY_KIND.id.in_(seen))
    offers = db.session.scalars(mine).unique().all()
    lots = [lot.id for offer in offers for lot in offer.lots]
    counted = availability(db.session, lots) if lots else {}
    places = {
        offer.id: gather(offer.lots, counted, with_sum=may(account, Act.SEE_SUM, offer))
        for offer in offers
    }
    return render_template(
        "directory/organization.html", organization=shown, offers=offers, places=places
    )
