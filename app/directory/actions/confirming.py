"""The verb « toujours exact »: somebody says that an offer is as written."""

import datetime as dt

from models.account import Account
from models.codes.organization import Channel
from models.offer import Offer


def confirm(
    offer: Offer,
    *,
    by: Account,
    channel: Channel,
    said_by: str | None = None,
    at: dt.datetime | None = None,
) -> None:
    """Keep who says so, when and how; the offer counts as unchanged."""
    offer.confirm(said_by=said_by or by.name, channel=channel, at=at)
