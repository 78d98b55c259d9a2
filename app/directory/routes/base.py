"""The blueprint, and the ways in: an offer, a site, an organization; 404 when unseen."""

from typing import Any

from flask import Blueprint
from sqlalchemy import Select, select

from app.access import visible_offers, visible_organizations
from app.directory import queries
from app.gate import current_account, one_or_404
from models.offer import Offer
from models.organization import Organization, Site

blueprint = Blueprint("directory", __name__)


def load_offer(offer_id: int, *, lock: bool = False) -> Offer:
    """An offer that exists for the account."""
    visible: Select[Any] = visible_offers(current_account()).where(Offer.id == offer_id)
    query = queries.whole(visible)
    offer: Offer = one_or_404(query.with_for_update(of=Offer) if lock else query)
    return offer


def load_organization(organization_id: int, *, lock: bool = False) -> Organization:
    """An organization that exists for the account."""
    visible: Select[Any] = visible_organizations(current_account())
    query = queries.with_sites(visible.where(Organization.id == organization_id))
    organization: Organization = one_or_404(
        query.with_for_update(of=Organization) if lock else query
    )
    return organization


def load_site(site_id: int, *, lock: bool = False) -> Site:
    """A site of an organization that exists for the account."""
    owners = visible_organizations(current_account()).with_only_columns(Organization.id)
    query: Select[Any] = select(Site).where(Site.id == site_id, Site.organization_id.in_(owners))
    site: Site = one_or_404(query.with_for_update(of=Site) if lock else query)
    return site
