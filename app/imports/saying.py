"""What a line says, under the names of our columns, as plain values that a column of facts keeps.

An absent value says nothing: it erases nothing.
"""

from collections.abc import Mapping
from typing import Any

from app.imports.placing import Spot
from exchange.rows import Offer, Organization, Partner, Site
from models.codes.offer import Cost
from models.codes.organization import PmrAccess, PointPrecision

Facts = dict[str, Any]
ORGANIZATION = (
    *("acronym", "legal_form", "siret", "rna", "finess", "networks", "website"),
    *("phone", "email", "description"),
)
OFFER = (
    *("title", "description", "cost_details", "languages", "zone_eligibility", "admission"),
    *("admission_details", "documents_required", "phone", "email"),
    *("gender", "age_min", "age_max", "places"),
)
# What is never used as an offer's own site: the partner's, under no name.
OWN = ""


def said(partner: Partner, spots: Mapping[str, Spot]) -> Facts:
    """The organization, its sites (under "" its own, under an offer's id that one's) and offers."""
    told: Facts = {"sites": {key: _site(site, spots[key]) for key, site in sites(partner).items()}}
    if partner.organization:
        told["organization"] = _organization(partner.organization)
    told["offers"] = {offer.external_id: _offer(offer) for offer in partner.offers}
    return told


def sites(partner: Partner) -> dict[str, Site]:
    """The partner's own site, and those of the offers that are elsewhere."""
    elsewhere = {offer.external_id: offer.site for offer in partner.offers if offer.site}
    return ({OWN: partner.site} if partner.site else {}) | elsewhere


def _organization(given: Organization) -> Facts:
    return {"legal_name": given.name} | _filled(given, ORGANIZATION)


def _site(given: Site, spot: Spot) -> Facts:
    """A confidential site keeps its commune alone."""
    told: Facts = {
        "name": given.name,
        "insee_code": spot.town.code,
        "department_code": spot.town.department_code,
    } | _filled(given, ("postal_code", "phone", "email"))
    if given.hours:
        told["opening_hours"] = given.hours
    if given.pmr_access is not PmrAccess.UNKNOWN:
        told["pmr_access"] = given.pmr_access.value
    if given.is_confidential:
        return told | {"is_confidential": True, "precision": PointPrecision.HIDDEN.value}
    return told | _whereabouts(given, spot)


def _whereabouts(given: Site, spot: Spot) -> Facts:
    told: Facts = {}
    if address := ", ".join(part for part in (given.address, given.complement) if part):
        told["address"] = address
    if spot.lon is not None:
        told |= {"point": [spot.lon, spot.lat], "precision": spot.precision.value}
    return told


def _offer(given: Offer) -> Facts:
    told: Facts = {"family": given.family.value, "type": given.kind.value}
    told |= _filled(given, OFFER)
    if given.hours:
        told["opening_hours"] = given.hours
    if given.cost is not Cost.UNKNOWN:
        told["cost"] = given.cost.value
    if given.is_remote:
        told["is_remote"] = True
    return told


def _filled(given: object, names: tuple[str, ...]) -> Facts:
    """The values given, as JSON keeps them."""
    values = ((name, getattr(given, name)) for name in names)
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values
        if value not in (None, (), "")
    }
