"""What a partner says of its places: the formula of design §3, who said it, until when it holds."""

import datetime as dt

import pytest

from app.claims.availability import availability
from app.claims.reports import (
    ChangedMeanwhile,
    Said,
    full,
    report,
    set_places,
    unchanged,
)
from models.base import now, today
from models.codes.claims import ClaimState, LotState, Sharing
from models.codes.organization import Channel
from tests.factories import ClaimFactory, HousingOfferFactory, LotFactory, PartnerFactory

DAY = dt.timedelta(days=1)


@pytest.fixture
def lot(session):
    return LotFactory(offer=HousingOfferFactory(), places=6, open=4, sharing=Sharing.SHARED)


@pytest.fixture
def said(session):
    return Said(by=PartnerFactory(name="Anne Roux"))


def claim(lot, *, state=ClaimState.HELD, first=0, last=9, **more):
    dates = {"starts_on": today() + first * DAY, "ends_on": today() + last * DAY}
    return ClaimFactory(lot=lot, state=state, **dates, **more)


def free(session, lot):
    return availability(session, [lot.id])[lot.id].free


def test_the_answer_is_added_to_the_claims_that_were_shown(session, lot, said):
    held, taken = claim(lot), claim(lot, state=ClaimState.TAKEN)

    kept = report(lot, answer=2, said=said)

    assert (lot.open, kept.open, kept.answer) == (4, 4, 2)
    assert set(kept.claims_shown) == {held.id, taken.id}
    assert free(session, lot) == 2


def test_a_hold_that_has_not_arrived_is_counted_once(session, lot, said):
    claim(lot, first=5, last=20)

    report(lot, answer=1, said=said)

    assert lot.open == 2
    assert free(session, lot) == 1


def test_an_overdue_stay_still_counts_among_the_claims(session, lot, said):
    claim(lot, state=ClaimState.TAKEN, first=-30, last=-2)

    report(lot, answer=0, said=said)

    assert lot.open == 1


def test_an_expired_hold_is_not_shown_nor_counted(session, lot, said):
    claim(lot, expires_at=now() - dt.timedelta(minutes=1))

    kept = report(lot, answer=3, said=said)

    assert (lot.open, kept.claims_shown) == (3, [])


def test_an_answer_beyond_the_places_is_clamped_and_flagged(session, lot, said):
    claim(lot)

    kept = report(lot, answer=40, said=said)

    assert (lot.open, kept.answer, kept.is_clamped) == (6, 40, True)


def test_a_report_holds_a_week_for_a_bed_and_renews_the_offers_confirmation(session, lot, said):
    modified_at = lot.offer.modified_at

    kept = report(lot, answer=1, said=said)

    assert kept.valid_until == kept.reported_at + 7 * DAY
    assert lot.valid_until == kept.valid_until
    assert (lot.offer.verified_by, lot.offer.verified_at) == ("Anne Roux", kept.reported_at)
    assert lot.offer.modified_at == modified_at


def test_what_was_heard_by_telephone_keeps_who_said_it_and_who_wrote_it(session, lot):
    author = PartnerFactory()

    kept = report(lot, answer=1, said=Said(by=author, channel=Channel.PHONE, said_by="Mme Roux"))

    assert (kept.reported_by, kept.account_id) == ("Mme Roux", author.id)
    assert kept.channel is Channel.PHONE


def test_unchanged_keeps_the_figures_and_renews_how_long_they_hold(session, lot, said):
    claim(lot)
    report(lot, answer=2, said=Said(by=said.by, at=now() - 6 * DAY), state=LotState.ASSESSMENT)

    kept = unchanged(lot, said=said)

    assert (kept.open, kept.answer, kept.state) == (3, 2, LotState.ASSESSMENT)
    assert lot.valid_until > now() + 6 * DAY


def test_full_leaves_nothing_and_keeps_a_waiting_list(session, lot, said):
    claim(lot)
    report(lot, answer=2, said=said, state=LotState.WAITING_LIST)

    full(lot, said=said)

    assert (lot.open, lot.state, free(session, lot)) == (1, LotState.WAITING_LIST, 0)


def test_a_dedicated_lot_has_as_many_places_as_are_said(session, said):
    post = LotFactory(places=2)
    claim(post)

    report(post, answer=3, said=said)

    assert (post.places, post.open) == (4, 4)


def test_a_smaller_hostel_grants_no_more_than_it_has(session, lot, said):
    set_places(lot, 3, said=said)

    assert (lot.places, lot.open) == (3, 3)


def test_what_changed_since_the_page_was_shown_refuses_the_report(session, lot, said):
    seen = availability(session, [lot.id])[lot.id].version
    claim(lot)
    session.flush()

    with pytest.raises(ChangedMeanwhile):
        report(lot, answer=2, said=said, seen=seen)

    assert lot.open == 4
