"""What a call changes: the offer is as written, and every lot is unchanged or full."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.claims import reports
from app.claims.reports import ChangedMeanwhile, Said
from models.account import Account
from models.codes.organization import Channel
from models.offer import Offer

SAME, FULL = "exact", "complet"
VERBS = {SAME: reports.unchanged, FULL: reports.full}
NEVER = "jamais"


def version(offer: Offer) -> str:
    """When the offer was last confirmed, as a row shows it: another word changes it."""
    at = offer.verified_at
    return NEVER if at is None else at.astimezone(dt.UTC).isoformat()


def hear(
    session: Session, offer: Offer, word: str, *, by: Account, said_by: str, seen: str
) -> None:
    """Keep what the partner answered by telephone; raises `ChangedMeanwhile`.

    Lots are locked before their offer, in the order of their ids, as reports do.
    """
    for lot in offer.lots:
        reports.lock(lot)
    row = sa.select(Offer).where(Offer.id == offer.id).with_for_update(of=Offer)
    session.execute(row.execution_options(populate_existing=True))
    if seen != version(offer):
        raise ChangedMeanwhile
    said = Said(by=by, channel=Channel.PHONE, said_by=said_by or None)
    offer.confirm(said_by=said_by or by.name, channel=Channel.PHONE)
    for lot in offer.lots:
        VERBS[word](lot, said=said)
