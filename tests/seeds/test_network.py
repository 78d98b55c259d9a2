"""The network of the demonstration: its copies, squares and days tell the same story."""

import datetime as dt

import sqlalchemy as sa

from models.base import today
from models.codes.network import Sign
from models.network import NetworkCell, OfferState
from models.network_days import NetworkDay, NetworkSum
from models.offer import Offer
from search.network import days
from seeds.demo.days import PAST_DAYS, plant_days

DAY = dt.timedelta(days=1)
COUNTED = ("offers", "places", "free", "held", "placements", "unknown")


def totals(session, day):
    """The six totals of a day, by commune and family."""
    columns = [getattr(NetworkDay, name) for name in COUNTED]
    key = (NetworkDay.insee_code, NetworkDay.family)
    rows = session.execute(sa.select(*key, *columns).where(NetworkDay.day == day))
    return {tuple(row[:2]): tuple(row[2:]) for row in rows}


def test_every_offer_shown_has_its_copy_and_every_kind_of_sign_is_there(everything):
    shown = sa.select(sa.func.count()).where(Offer.publication.in_(["PUBLISHED", "SUSPENDED"]))

    counted = sa.select(OfferState.sign, sa.func.count().label("n")).group_by(OfferState.sign)
    signs = {row.sign: row.n for row in everything.execute(counted)}

    assert sum(signs.values()) == everything.scalar(shown)
    assert {Sign.FREE, Sign.LAST, Sign.FULL, Sign.UNKNOWN, Sign.STALE} <= set(signs)


def test_the_squares_of_every_zoom_count_what_the_copies_count(everything):
    by_zoom = sa.select(sa.func.sum(NetworkCell.offers)).group_by(NetworkCell.zoom)
    on_the_map = sa.select(sa.func.count(OfferState.spot))

    assert set(everything.scalars(by_zoom)) == {everything.scalar(on_the_map)}


def test_a_past_day_is_counted_as_today_is(everything):
    told = totals(everything, today())

    everything.execute(sa.delete(NetworkDay).where(NetworkDay.day == today()))
    plant_days(everything, last=today())

    assert totals(everything, today()) == told


def test_the_past_is_there_and_is_not_all_the_same(everything):
    seen = {
        tuple(everything.execute(sa.select(*sums()).where(NetworkDay.day == day)).one())
        for day in (today() - n * DAY for n in range(PAST_DAYS + 1))
    }

    assert len(seen) > PAST_DAYS / 2
    summed = sa.select(sa.func.count(NetworkSum.day.distinct()))
    assert everything.scalar(summed) == PAST_DAYS + 1


def sums():
    return [sa.func.sum(getattr(NetworkDay, name)) for name in COUNTED]


def test_a_day_begun_again_says_the_same(everything):
    told = totals(everything, today())

    days.start(everything, today())

    assert totals(everything, today()) == told
