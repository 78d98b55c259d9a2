"""No promise beyond what a lot grants can be stored (design §3)."""

import datetime as dt

import pytest

from app.claims import actions
from models.base import now, today
from models.codes.claims import ClaimState, Sharing
from tests.factories import ClaimFactory, LotFactory, UnitFactory

TODAY = today()
MONDAY = TODAY + dt.timedelta(days=10)


def hold(session, lot, starts_on=MONDAY, ends_on=MONDAY + dt.timedelta(days=9)):
    unit = UnitFactory()
    return actions.hold(session, lot, unit_id=unit.id, starts_on=starts_on, ends_on=ends_on)


def test_the_last_place_can_be_held_once(session):
    lot = LotFactory(places=1)
    hold(session, lot)

    with pytest.raises(actions.PlaceTaken):
        hold(session, lot)


def test_two_holds_that_never_meet_share_one_place(session):
    lot = LotFactory(places=1)
    hold(session, lot)

    after = hold(session, lot, MONDAY + dt.timedelta(days=10), MONDAY + dt.timedelta(days=20))

    assert after.state is ClaimState.HELD


def test_an_expired_hold_counts_for_no_days_and_is_swept(session):
    lot = LotFactory(places=1)
    old = ClaimFactory(lot=lot, starts_on=MONDAY, expires_at=now() - dt.timedelta(hours=1))

    hold(session, lot)

    session.refresh(old)
    assert old.state is ClaimState.EXPIRED


def test_taking_an_unexpired_hold_is_never_refused_because_the_host_lowered_its_places(session):
    lot = LotFactory(places=1)
    claim = hold(session, lot)
    lot.places = lot.open = 0
    session.flush()

    actions.take(claim)

    assert claim.state is ClaimState.TAKEN


def test_taking_an_expired_hold_is_checked_in_full(session):
    lot = LotFactory(places=1)
    late = hold(session, lot)
    late.expires_at = now() - dt.timedelta(minutes=1)
    session.flush()
    hold(session, lot)

    with pytest.raises(actions.PlaceTaken):
        actions.take(late)


def test_shortening_is_never_refused_and_lengthening_is_checked_on_the_added_days(session):
    lot = LotFactory(places=1)
    claim = hold(session, lot)
    hold(session, lot, MONDAY + dt.timedelta(days=15), MONDAY + dt.timedelta(days=20))

    actions.move(claim, starts_on=MONDAY, ends_on=MONDAY + dt.timedelta(days=3))
    actions.move(claim, starts_on=MONDAY, ends_on=MONDAY + dt.timedelta(days=14))
    with pytest.raises(actions.PlaceTaken):
        actions.move(claim, starts_on=MONDAY, ends_on=MONDAY + dt.timedelta(days=15))


def test_a_stay_past_its_planned_end_is_still_live(session):
    lot = LotFactory(places=1)
    ClaimFactory(
        lot=lot,
        state=ClaimState.TAKEN,
        starts_on=TODAY - dt.timedelta(days=30),
        ends_on=TODAY - dt.timedelta(days=2),
    )

    with pytest.raises(actions.PlaceTaken):
        hold(session, lot, TODAY, TODAY + dt.timedelta(days=5))


def test_a_released_place_is_free_again_and_a_shared_one_not_returned_lowers_open(session):
    lot = LotFactory(places=3, open=2, sharing=Sharing.SHARED)
    claim = hold(session, lot)

    actions.release(claim, is_returned=False)

    session.refresh(lot)
    assert (claim.state, lot.open) == (ClaimState.RELEASED, 1)
