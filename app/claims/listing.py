"""Verbs on the provisional suspension of a TIG post, by its host or by the DSPIP (RULE-TIG-17)."""

from models.account import Account
from models.base import now
from models.codes.organization import Channel
from models.codes.tig import ListingStatus
from models.lifecycle import IllegalMove
from models.offer_kinds import TigPost


def suspend(post: TigPost, *, by: Account) -> None:
    """Stop proposing a listed post for a while; those who work there stay."""
    post.move_on_list(ListingStatus.SUSPENDED)
    post.is_suspended_by_service = by.is_staff
    _hear(post, by)


def resume(post: TigPost, *, by: Account) -> None:
    """Propose a suspended post again; what the service suspended, the host does not resume."""
    is_suspended = post.listing_status is ListingStatus.SUSPENDED
    if not is_suspended or (post.is_suspended_by_service and not by.is_staff):
        raise IllegalMove(post.listing_status, ListingStatus.LISTED)
    post.move_on_list(ListingStatus.LISTED)
    post.is_suspended_by_service = False
    _hear(post, by)


def _hear(post: TigPost, by: Account) -> None:
    """The host has looked at its post; the service speaks for itself alone."""
    if not by.is_staff:
        post.verified_at, post.verified_by = now(), by.name
        post.verified_channel = Channel.PARTNER_PORTAL
