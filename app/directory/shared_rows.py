"""An organization, a site and an offer as the rows that formats of others are written from."""

from app.claims import together
from app.directory.audience import Audience
from app.directory.found import Card
from exchange import rows
from models.base import PARIS
from models.codes.families import types_of
from models.offer import Offer
from models.organization import Organization, Site


def organization(told: Organization) -> rows.Organization:
    """Who it is, without its contacts."""
    return rows.Organization(
        name=told.legal_name,
        acronym=told.acronym,
        legal_form=told.legal_form,
        siret=told.siret,
        rna=told.rna,
        finess=told.finess,
        networks=tuple(told.networks),
        website=told.website,
        phone=told.phone,
        email=told.email,
        description=told.description,
    )


def site(told: Site, card: Card) -> rows.Site:
    """Where it is, as everybody sees it on the map."""
    lon, lat = card.point or (None, None)
    return rows.Site(
        name=told.name,
        address=told.address,
        commune_code=told.insee_code,
        postal_code=told.postal_code,
        city=told.commune.name,
        department_code=told.department_code,
        lon=lon,
        lat=lat,
        hours=told.opening_hours,
        phone=told.phone,
        email=told.email,
        pmr_access=told.pmr_access,
        is_confidential=told.is_confidential,
    )


def offer(told: Offer, audience: Audience, card: Card) -> rows.Offer:
    """A phone, hours or an address of its own would tell where a confidential place is."""
    is_open = not told.site.is_confidential
    return rows.Offer(
        external_id=str(told.id),
        family=told.family,
        kind=types_of(told.family)(told.type_code),
        title=told.title,
        description=told.description,
        cost=told.cost,
        cost_details=told.cost_details,
        languages=tuple(told.languages),
        zone_eligibility=tuple(told.zone_eligibility),
        is_remote=told.is_remote,
        admission=told.admission,
        admission_details=told.admission_details,
        documents_required=tuple(told.documents_required),
        gender=audience.said("gender"),
        age_min=audience.said("age_min"),
        age_max=audience.said("age_max"),
        hours=told.opening_hours if is_open else None,
        phone=told.phone if is_open else None,
        email=told.email if is_open else None,
        free=_free(card),
        updated_on=told.modified_at.astimezone(PARIS).date(),
    )


def _free(card: Card) -> int | None:
    """Unknown is never zero."""
    counts = card.places.counts if card.places else []
    return together.free(counts) if together.known(counts) else None
