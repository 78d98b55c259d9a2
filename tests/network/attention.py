"""Offers as the attention lists find them: what was said of each, and when."""

import datetime as dt

from models.base import now
from models.capacity import CapacityReport
from models.codes.claims import Sharing
from models.codes.organization import Channel
from tests.factories import LotFactory, TigPostFactory
from tests.factories.network import OfferStateFactory


def check(page, *, holds, without):
    """The first are on the page, the others are not."""
    assert [one for one in holds if one not in page] == []
    assert [one for one in without if one in page] == []


def ago(days):
    return now() - dt.timedelta(days=days)


def state(offer, **facts):
    """The copy of an offer, with a lot of two places unless it has one."""
    if not offer.lots:
        LotFactory(offer=offer, places=2)
    return OfferStateFactory(offer=offer, verified_at=offer.verified_at, **facts)


def said(days, channel=Channel.PARTNER_PORTAL, **offer):
    """A post last confirmed so many days ago."""
    return TigPostFactory(verified_at=ago(days), verified_channel=channel, **offer)


def report(lot, days, answer, **facts):
    """What a partner said of a lot so many days ago."""
    row = CapacityReport(
        lot_id=lot.id,
        reported_at=ago(days),
        reported_by="Mme Roux",
        channel=Channel.PHONE,
        answer=answer,
        places=lot.places,
        open=lot.open,
        **facts,
    )
    lot.reports.append(row)
    return row


def silent(title="Parc Vert", **offer):
    """A post whose partner has said nothing for three months; its lot is shared."""
    post = said(90, title=title, **offer)
    LotFactory(offer=post, places=4, open=3, sharing=Sharing.SHARED)
    state(post)
    return post
