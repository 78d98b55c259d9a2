"""What a counsellor sees and does from a need to a held place."""

import datetime as dt

from sqlalchemy import func, select

from models.base import today
from models.capacity import PlaceClaim
from models.codes.journey import OrientationStatus
from models.codes.offer import Band, ContactFlag, Weekday
from models.codes.people import ConstraintKind
from models.orientation import Orientation
from models.plan import Constraint
from tests.factories import (
    CounsellorFactory,
    LotFactory,
    NeedFactory,
    PlanFactory,
    SiteFactory,
    TigPostFactory,
    point,
)

START = today() + dt.timedelta(days=14)
DATES = {"starts_on": START.isoformat(), "ends_on": (START + dt.timedelta(days=60)).isoformat()}
WEEK = [Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI]


def post_at(lon, lat, **kwargs):
    places = kwargs.pop("places", 1)
    said = {"days": WEEK, "bands": [Band.MORNING, Band.AFTERNOON]}
    offer = TigPostFactory(site=SiteFactory(public_point=point(lon, lat)), **(said | kwargs))
    return LotFactory(offer=offer, places=places)


def counsellor_of(need):
    return need.plan.person.officer


def test_the_nearest_fitting_post_comes_first_with_its_distance_and_its_sum(session, browse_as):
    need = NeedFactory()
    far = post_at(4.95, 45.77)
    near = post_at(4.882, 45.767)

    page = browse_as(counsellor_of(need)).get("matching.show", need_id=need.id)

    assert page.index(near.offer.title) < page.index(far.offer.title)
    assert "1 place" in page
    assert "= 1 libre" in page
    assert "délai de 18 mois" in page


def test_a_post_to_be_avoided_is_set_aside_with_its_reason(session, browse_as):
    need = NeedFactory()
    session.add(
        Constraint(
            unit_id=need.unit_id,
            plan_id=need.plan_id,
            kind=ConstraintKind.AVOID,
            flag=ContactFlag.MINORS,
        )
    )
    lot = post_at(4.88, 45.767, contact_flags=[ContactFlag.MINORS])

    page = browse_as(counsellor_of(need)).get("matching.show", need_id=need.id)

    assert page.index("Écartées (1)") < page.index(lot.offer.title)


def test_places_kept_for_minors_are_neither_proposed_nor_held(session, browse_as):
    need = NeedFactory()
    lot = post_at(4.88, 45.767)
    lot.is_for_minors = True
    browser = browse_as(counsellor_of(need))

    page = browser.get("matching.show", need_id=need.id)

    assert lot.offer.title not in page
    browser.get("matching.new", need_id=need.id, lot_id=lot.id, status=404)


def test_another_unit_does_not_see_the_need(session, browse_as):
    need = NeedFactory()

    browse_as(CounsellorFactory()).get("matching.show", need_id=need.id, status=404)


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


def test_the_page_asks_as_many_queries_for_three_offers_as_for_twelve(
    session, browse_as, count_queries
):
    need = NeedFactory(plan=PlanFactory())
    browser = browse_as(counsellor_of(need))
    for number in range(3):
        post_at(4.88 + number / 1000, 45.767)
    few = count_queries(lambda: browser.get("matching.show", need_id=need.id))
    for number in range(9):
        post_at(4.89 + number / 1000, 45.767)

    many = count_queries(lambda: browser.get("matching.show", need_id=need.id))

    assert many == few
