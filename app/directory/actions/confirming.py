"""The verb « toujours exact »: somebody says that a record is as written."""

import datetime as dt

from models.account import Account
from models.codes.organization import Channel
from models.organization import Verified


def confirm(
    record: Verified,
    *,
    by: Account,
    channel: Channel,
    said_by: str | None = None,
    at: dt.datetime | None = None,
) -> None:
    """Keep who says so, when and how; the record counts as unchanged."""
    record.confirm(said_by=said_by or by.name, channel=channel, at=at)
