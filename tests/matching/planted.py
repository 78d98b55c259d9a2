"""Rows that the pages of matching are asked about."""

from models.codes.offer import Band, Weekday
from tests.factories import LotFactory, SiteFactory, TigPostFactory, point

WEEK = [Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI]


def post_at(lon, lat, **kwargs):
    """A lot of a post there, open on weekdays."""
    places = kwargs.pop("places", 1)
    said = {"days": WEEK, "bands": [Band.MORNING, Band.AFTERNOON]}
    offer = TigPostFactory(site=SiteFactory(public_point=point(lon, lat)), **(said | kwargs))
    return LotFactory(offer=offer, places=places)


def counsellor_of(need):
    """Who follows the person of this need."""
    return need.plan.person.officer
