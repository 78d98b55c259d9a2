"""Offers found, as they are shared with others: no person, and no place that is confidential."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from app.claims import together
from app.directory.audience import Audience
from app.directory.found import Card, cards
from app.directory.queries import audiences_of
from exchange import rows
from exchange.writers.shared import Shared, told_apart
from models.account import Account
from models.base import PARIS
from models.codes.families import types_of
from models.offer import Offer
from models.organization import Organization, Site
from search.engine import SearchEngine, SearchRequest

AT_ONCE = 500
# What one answer may take, in time and in memory; more is said, and cut.
MOST = 10_000


def shared_by(
    session: Session, engine: SearchEngine, request: SearchRequest, account: Account
) -> Iterator[Shared]:
    """The offers of a search in the order of its list, some hundreds at a time, 10,000 at most."""
    asked: SearchRequest | None = replace(request, size=AT_ONCE, with_counts=False, after=None)
    left = MOST
    while asked and left > 0:
        page = engine.search(session, asked)
        found = cards(session, page.hits[:left], account, request.free_in)
        yield from _shared(session, found)
        left -= len(page.hits)
        asked = replace(asked, after=page.next_key) if page.next_key else None


def _shared(session: Session, found: list[Card]) -> Iterator[Shared]:
    audience_of = _audiences(session, [card.offer for card in found])
    for card in found:
        offer, organization = card.offer, card.offer.organization
        yield Shared(
            organization_id=organization.id,
            site_id=offer.site_id,
            offer_id=offer.id,
            organization=_organization(organization),
            site=told_apart(_site(offer.site, card)),
            offer=_offer(offer, audience_of(offer), card),
            organization_changed_on=organization.modified_at.astimezone(PARIS).date(),
            changed_on=offer.modified_at.astimezone(PARIS).date(),
            confirmed_on=offer.verified_at and offer.verified_at.astimezone(PARIS).date(),
            availability=card.places.words if card.places else "",
        )


def _audiences(session: Session, offers: list[Offer]) -> Callable[[Offer], Audience]:
    """Each level says it once: three rules at most for an offer, found without looking at all."""
    said = {
        (rule.offer_id, rule.site_id, rule.organization_id): rule
        for rule in session.scalars(audiences_of(offers))
    }

    def audience_of(offer: Offer) -> Audience:
        levels = (
            (offer.id, None, None),
            (None, offer.site_id, None),
            (None, None, offer.site.organization_id),
        )
        return Audience(said[level] for level in levels if level in said)

    return audience_of


def _organization(told: Organization) -> rows.Organization:
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


def _site(told: Site, card: Card) -> rows.Site:
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


def _offer(told: Offer, audience: Audience, card: Card) -> rows.Offer:
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
