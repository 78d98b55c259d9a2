"""Holding a place from the pages of matching: once, in time, and told when it was taken."""

import datetime as dt

from sqlalchemy import func, select

from models.base import today
from models.capacity import PlaceClaim
from models.codes.journey import OrientationStatus
from models.orientation import Orientation
from tests.factories import NeedFactory
from tests.matching.planted import counsellor_of, post_at

START = today() + dt.timedelta(days=14)
DATES = {"starts_on": START.isoformat(), "ends_on": (START + dt.timedelta(days=60)).isoformat()}


def test_places_kept_for_minors_are_neither_proposed_nor_held(session, browse_as):
    need = NeedFactory()
    lot = post_at(4.88, 45.767)
    lot.is_for_minors = True
    browser = browse_as(counsellor_of(need))

    page = browser.get("matching.show", need_id=need.id)

    assert lot.offer.title not in page
    browser.get("matching.new", need_id=need.id, lot_id=lot.id, status=404)


def test_holding_writes_the_claim_and_a_draft_request(session, browse_as):
    need, lot = NeedFactory(), post_at(4.88, 45.767)

    browse_as(counsellor_of(need)).post("matching.hold", DATES, need_id=need.id, lot_id=lot.id)

    orientation = session.scalars(select(Orientation)).one()
    assert orientation.status is OrientationStatus.DRAFT
    assert orientation.claim.starts_on == START
    assert orientation.offer_title == lot.offer.title


def test_a_second_press_holds_nothing_more(session, browse_as):
    need, lot = NeedFactory(), post_at(4.88, 45.767, places=3)
    browser = browse_as(counsellor_of(need))

    browser.post("matching.hold", DATES, need_id=need.id, lot_id=lot.id)
    browser.post("matching.hold", DATES, need_id=need.id, lot_id=lot.id)

    assert session.scalar(select(func.count()).select_from(PlaceClaim)) == 1


def test_the_last_place_taken_meanwhile_is_told_with_the_next_best(session, browse_as):
    first, second = NeedFactory(), NeedFactory()
    last, other = post_at(4.88, 45.767), post_at(4.885, 45.768)
    browse_as(counsellor_of(first)).post("matching.hold", DATES, need_id=first.id, lot_id=last.id)

    answer = browse_as(counsellor_of(second)).post(
        "matching.hold", DATES, need_id=second.id, lot_id=last.id
    )

    assert answer.status_code in (409, 422)
    assert other.offer.title in answer.text


def test_a_hold_in_the_past_or_backwards_is_refused_at_its_field(session, browse_as):
    need, lot = NeedFactory(), post_at(4.88, 45.767)
    browser = browse_as(counsellor_of(need))

    past = browser.post(
        "matching.hold",
        DATES | {"starts_on": "2020-01-01"},
        need_id=need.id,
        lot_id=lot.id,
    )
    backwards = browser.post(
        "matching.hold",
        DATES | {"ends_on": today().isoformat()},
        need_id=need.id,
        lot_id=lot.id,
    )

    assert past.status_code == backwards.status_code == 422
    assert "déjà passé" in past.text
    assert "La fin doit être après le début" in backwards.text
    assert session.scalar(select(func.count()).select_from(PlaceClaim)) == 0
