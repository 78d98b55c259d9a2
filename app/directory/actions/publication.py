"""Verbs on whether an offer is shown to the network."""

from app.claims import listing
from models.account import Account
from models.codes.offer import Publication
from models.codes.tig import ListingStatus
from models.lifecycle import IllegalMove
from models.offer import Offer
from models.offer_kinds import TigPost

MOVES: dict[Publication, frozenset[Publication]] = {
    Publication.DRAFT: frozenset({Publication.PUBLISHED, Publication.CLOSED}),
    Publication.PUBLISHED: frozenset({Publication.SUSPENDED, Publication.CLOSED}),
    Publication.SUSPENDED: frozenset({Publication.PUBLISHED, Publication.CLOSED}),
    Publication.CLOSED: frozenset({Publication.DRAFT}),
}


def publish(offer: Offer) -> None:
    """Show a draft to the network."""
    move_to(offer, Publication.PUBLISHED)


def close(offer: Offer) -> None:
    """Stop for good; those placed there stay."""
    move_to(offer, Publication.CLOSED)


def suspend(offer: Offer, *, by: Account) -> None:
    """Stop proposing it for a while; a TIG post stays on the list (RULE-TIG-17)."""
    if isinstance(offer, TigPost) and offer.listing_status is ListingStatus.LISTED:
        listing.suspend(offer, by=by)
    else:
        move_to(offer, Publication.SUSPENDED)


def resume(offer: Offer, *, by: Account) -> None:
    """Propose it again."""
    if isinstance(offer, TigPost) and offer.listing_status is ListingStatus.SUSPENDED:
        listing.resume(offer, by=by)
    else:
        move_to(offer, Publication.PUBLISHED)


def move_to(offer: Offer, publication: Publication) -> None:
    """Change the publication, or raise `IllegalMove`."""
    if publication not in MOVES[offer.publication]:
        raise IllegalMove(offer.publication, publication)
    offer.publication = publication
