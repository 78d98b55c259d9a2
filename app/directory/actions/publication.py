"""Verbs on whether an offer is shown to the network."""

from collections.abc import Iterable

from app.claims import listing
from models.account import Account
from models.codes.offer import Publication
from models.codes.tig import ListingStatus
from models.offer import Offer
from models.offer_kinds import TigPost


def publish(offer: Offer) -> None:
    """Show a draft to the network."""
    offer.move_to(Publication.PUBLISHED)


def close(offer: Offer) -> None:
    """Stop for good; those placed there stay."""
    offer.move_to(Publication.CLOSED)


def suspend_all(offers: Iterable[Offer]) -> int:
    """Nothing of a partner that closes is proposed, until each is again; how many that stops."""
    shown = [one for one in offers if one.publication is Publication.PUBLISHED]
    for offer in shown:
        offer.move_to(Publication.SUSPENDED)
    return len(shown)


def reopen(offer: Offer) -> None:
    """Closed by mistake, or back: a draft again, to be read before it is shown."""
    offer.move_to(Publication.DRAFT)


def suspend(offer: Offer, *, by: Account) -> None:
    """Stop proposing it for a while; a TIG post stays on the list (RULE-TIG-17)."""
    if isinstance(offer, TigPost) and offer.listing_status is ListingStatus.LISTED:
        listing.suspend(offer, by=by)
    else:
        offer.move_to(Publication.SUSPENDED)


def resume(offer: Offer, *, by: Account) -> None:
    """Propose it again."""
    if isinstance(offer, TigPost) and offer.listing_status is ListingStatus.SUSPENDED:
        listing.resume(offer, by=by)
    else:
        offer.move_to(Publication.PUBLISHED)
