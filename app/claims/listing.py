"""Verbs on the provisional suspension of a TIG post, by its host or by the DSPIP (RULE-TIG-17)."""

from models.account import Account
from models.base import now
from models.codes.organization import Channel
from models.codes.tig import ListingStatus
from models.lifecycle import IllegalMove
from models.offer_kinds import TigPost

MOVES: dict[ListingStatus, frozenset[ListingStatus]] = {
    ListingStatus.LISTED: frozenset({ListingStatus.SUSPENDED}),
    ListingStatus.SUSPENDED: frozenset({ListingStatus.LISTED}),
}


def suspend(post: TigPost, *, by: Account) -> None:
    """Stop proposing a listed post for a while; those who work there stay."""
    _move(post, ListingStatus.SUSPENDED, by=by)
    post.is_suspended_by_service = by.is_staff


def resume(post: TigPost, *, by: Account) -> None:
    """Propose a suspended post again; what the service suspended, the host does not resume."""
    if post.is_suspended_by_service and not by.is_staff:
        raise IllegalMove(post.listing_status, ListingStatus.LISTED)
    _move(post, ListingStatus.LISTED, by=by)
    post.is_suspended_by_service = False


def _move(post: TigPost, status: ListingStatus, *, by: Account) -> None:
    if status not in MOVES.get(post.listing_status, frozenset()):
        raise IllegalMove(post.listing_status, status)
    post.listing_status = status
    post.verified_at, post.verified_by = now(), by.name
    post.verified_channel = Channel.PARTNER_PORTAL
