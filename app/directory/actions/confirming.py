"""The verb « toujours exact »: somebody says that an offer is as written."""

import datetime as dt

from sqlalchemy.orm.attributes import flag_modified

from models.account import Account
from models.base import now
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
    """Still true is not changed: `verified_at` moves, `modified_at` stays."""
    offer.verified_at, offer.verified_channel = at or now(), channel
    offer.verified_by = said_by or by.name
    flag_modified(offer, "modified_at")
