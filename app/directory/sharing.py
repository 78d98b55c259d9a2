"""Offers found, as they are shared with others: no person, and no place that is confidential."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from app.directory import shared_rows as told
from app.directory.audience import Audience
from app.directory.found import Card, cards
from app.directory.queries import audiences_of
from app.directory.zone_codes import ZoneCodes
from exchange.writers.shared import Shared, told_apart
from models.account import Account
from models.base import PARIS
from models.offer import Offer
from search.engine import Hit, Reach, SearchEngine, SearchRequest

AT_ONCE = 500
# What one answer may take, in time and in memory; more is said, and cut.
MOST = 10_000


def shared_by(
    session: Session, engine: SearchEngine, request: SearchRequest, account: Account
) -> Iterator[Shared]:
    """The offers of a search as its page shows them, some hundreds at a time, 10,000 at most."""
    left = MOST
    for hits in _pages(session, engine, request):
        found = cards(session, hits[:left], account, request.free_in)
        yield from _shared(session, found)
        left -= len(hits)
        if left <= 0:
            return


def _pages(
    session: Session, engine: SearchEngine, request: SearchRequest
) -> Iterator[tuple[Hit, ...]]:
    """The list asked for, then, around a place, what comes from far away and what is remote."""
    is_first = request.is_local and request.reach is Reach.NEAR
    lists = (Reach.NEAR, Reach.COVERING, Reach.REMOTE) if is_first else (request.reach,)
    for reach in lists:
        asked: SearchRequest | None = replace(
            request, reach=reach, size=AT_ONCE, with_counts=False, after=None
        )
        while asked:
            page = engine.search(session, asked)
            yield page.hits
            asked = replace(asked, after=page.next_key) if page.next_key else None


def _shared(session: Session, found: list[Card]) -> Iterator[Shared]:
    offers = [card.offer for card in found]
    audience_of, zone_codes = _audiences(session, offers), ZoneCodes(session, offers)
    for card in found:
        offer, organization = card.offer, card.offer.organization
        yield Shared(
            organization_id=organization.id,
            site_id=offer.site_id,
            offer_id=offer.id,
            organization=told.organization(organization),
            site=told_apart(told.site(offer.site, card)),
            offer=told.offer(offer, audience_of(offer), card),
            organization_changed_on=organization.modified_at.astimezone(PARIS).date(),
            changed_on=offer.modified_at.astimezone(PARIS).date(),
            confirmed_on=offer.verified_at and offer.verified_at.astimezone(PARIS).date(),
            availability=card.places.words if card.places else "",
            zone_codes=zone_codes.of(offer),
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
