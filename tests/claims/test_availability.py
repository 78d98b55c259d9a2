"""What is free on the days of a window: the cases that break simpler formulas."""

import datetime as dt

import pytest

from app.claims.availability import availability, window
from app.claims.reports import Said, report, set_places
from models.base import now, today
from models.codes.claims import ClaimState, Sharing
from tests.factories import (
    ClaimFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    TigPostFactory,
)

DAY = dt.timedelta(days=1)


@pytest.fixture
def lot(session):
    """A hostel of six places, shared with others, that said it had four for us."""
    lot = LotFactory(offer=HousingOfferFactory(), places=6, open=4, sharing=Sharing.SHARED)
    lot.valid_until = now() + 7 * DAY
    return lot


def seen(session, lot, first=0, last=5):
    session.flush()
    days = window(today() + first * DAY, today() + last * DAY)
    return availability(session, [lot.id], days)[lot.id]


def taken(lot, first, last):
    return ClaimFactory(
        lot=lot,
        state=ClaimState.TAKEN,
        starts_on=today() + first * DAY,
        ends_on=today() + last * DAY,
    )


def test_a_hold_counts_only_on_its_days(session, lot):
    ClaimFactory(lot=lot, starts_on=today() + 3 * DAY, ends_on=today() + 9 * DAY)

    assert seen(session, lot, 0, 2).free == 4
    assert seen(session, lot, 0, 5).free == 3


def test_claims_that_follow_each_other_use_one_place(session, lot):
    taken(lot, 0, 2)
    taken(lot, 3, 5)

    shown = seen(session, lot)

    assert (shown.placements, shown.free, len(shown.claims)) == (1, 3, 2)


def test_an_expired_hold_counts_for_nothing(session, lot):
    ClaimFactory(lot=lot, starts_on=today(), expires_at=now() - dt.timedelta(hours=1))

    assert seen(session, lot).free == 4


def test_somebody_who_stays_on_still_occupies_a_place_today(session, lot):
    taken(lot, -20, -2)

    assert seen(session, lot, 0, 0).placements == 1
    assert seen(session, lot, 1, 1).placements == 0


def test_a_backdated_entry_occupies_its_place_today(session, lot):
    taken(lot, -3, 10)

    assert seen(session, lot, 0, 0).free == 3


def test_somebody_who_did_not_come_occupies_until_the_place_is_given_back(session, lot):
    claim = taken(lot, -1, 10)
    assert seen(session, lot).free == 3

    claim.state, claim.ended_at = ClaimState.RELEASED, now()

    assert seen(session, lot).free == 4


def test_past_the_report_or_for_a_window_after_it_the_number_is_unknown(session, lot):
    lot.valid_until = now() + 2 * DAY
    assert seen(session, lot, 2, 9).free == 4
    assert seen(session, lot, 3, 9).free is None
    assert seen(session, lot, 3, 9).left == 4

    lot.valid_until = now() - DAY
    assert seen(session, lot).free is None


def test_a_dedicated_lot_needs_no_report_to_know(session):
    lot = LotFactory(offer=TigPostFactory(), places=2)

    shown = seen(session, lot, 100, 120)

    assert (shown.free, shown.is_stale, shown.said) == (2, False, "jamais confirmé")


def test_a_host_that_lowers_its_places_is_over_capacity(session):
    lot = LotFactory(offer=TigPostFactory(), places=2)
    taken(lot, -1, 9), taken(lot, -1, 9)
    session.flush()

    set_places(lot, 1, said=Said(by=PartnerFactory()))

    shown = seen(session, lot)
    assert (shown.is_over, shown.free, shown.left) == (True, 0, -1)


def test_the_last_word_is_the_latest_one(session, lot):
    partner = PartnerFactory(name="Anne Roux")
    report(lot, answer=2, said=Said(by=partner, at=now() - DAY))
    report(lot, answer=1, said=Said(by=partner))

    shown = seen(session, lot)

    assert (shown.reported_by, shown.open, shown.elsewhere) == ("Anne Roux", 1, 5)


def test_many_lots_are_counted_in_one_query(session, lot):
    others = [LotFactory(offer=lot.offer, places=3) for _ in range(3)]
    session.flush()

    found = availability(session, [lot.id, *(other.id for other in others)])

    assert [found[other.id].free for other in others] == [3, 3, 3]
    assert len(found) == 4
