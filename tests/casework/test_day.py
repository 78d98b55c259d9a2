"""What awaits a counsellor today, their own people first."""

import datetime as dt

from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, PlacementStatus, RefusalReason
from tests.factories import (
    CounsellorFactory,
    NeedFactory,
    OrientationFactory,
    PersonFactory,
    PlacementFactory,
    PlanFactory,
    WorkSessionFactory,
)


def days_away(days):
    return today() + dt.timedelta(days=days)


def refused(**about):
    return OrientationFactory(
        status=OrientationStatus.REFUSED,
        refusal_reason=RefusalReason.COMPLET,
        closed_at=now(),
        **about,
    )


def need_of(officer):
    return NeedFactory(plan=PlanFactory(person=PersonFactory(officer=officer)))


def test_an_empty_day_says_so_and_offers_a_next_step(browse_as):
    page = browse_as(CounsellorFactory()).get("casework.index")

    assert "Rien n'attend aujourd'hui." in page
    assert "Nouvelle personne" in page


def test_answers_received_are_there(browse_as):
    officer = CounsellorFactory()
    granted = OrientationFactory(
        need=need_of(officer), status=OrientationStatus.ACCEPTED, answered_at=now()
    )
    declined = refused(need=need_of(officer))

    page = browse_as(officer).get("casework.index")

    assert "Places acceptées, à confirmer (1)" in page
    assert f"{granted.person.full_name} : {granted.offer_title}" in page
    assert "Réponses négatives (1)" in page
    assert f"{declined.person.full_name} : {declined.offer_title}" in page
    assert "complet" in page


def test_a_refusal_already_followed_by_another_request_is_left_out(session, browse_as):
    officer = CounsellorFactory()
    declined = refused(need=need_of(officer), created_at=now() - dt.timedelta(days=2))
    OrientationFactory(need=declined.need)

    page = browse_as(officer).get("casework.index")

    assert "Réponses négatives (1)" not in page


def test_holds_that_expire_within_three_days_are_there(session, browse_as):
    officer = CounsellorFactory()
    soon, later = (OrientationFactory(need=need_of(officer)) for _ in range(2))
    soon.claim.expires_at = now() + dt.timedelta(days=2)
    later.claim.expires_at = now() + dt.timedelta(days=6)

    page = browse_as(officer).get("casework.index")

    assert "Réservations qui expirent (1)" in page
    assert soon.offer_title in page
    assert later.offer_title not in page


def test_starts_stays_and_hours_are_there(session, browse_as):
    officer = CounsellorFactory()
    placements = [PlacementFactory(orientation__need=need_of(officer)) for _ in range(4)]
    next_week, late, lasting, far = placements
    next_week.starts_on, late.starts_on, far.starts_on = days_away(5), days_away(-2), days_away(20)
    lasting.starts_on, lasting.ends_on, lasting.started_on = (
        days_away(-40),
        days_away(-1),
        days_away(-40),
    )
    lasting.status = PlacementStatus.STARTED
    WorkSessionFactory(placement=lasting, minutes=210)

    page = browse_as(officer).get("casework.index")

    assert "Débuts des sept jours, et en retard (2)" in page
    assert "En retard devait commencer" in page
    assert "Séjours au-delà de leur terme (1)" in page
    assert "3,5 heures à valider" in page
    assert far.orientation.offer_title not in page


def test_colleagues_work_shows_with_the_unit_switch_only(browse_as):
    officer = CounsellorFactory()
    colleague = CounsellorFactory(unit=officer.memberships[0].unit)
    theirs = refused(need=need_of(colleague))
    foreign = refused()
    browser = browse_as(officer)

    assert theirs.offer_title not in browser.get("casework.index")
    assert theirs.offer_title in browser.get("casework.index", de="unite")
    assert foreign.offer_title not in browser.get("casework.index", de="unite")


def test_a_full_day_costs_no_more_queries_than_a_short_one(browse_as, count_queries):
    officer = CounsellorFactory()
    browser = browse_as(officer)
    OrientationFactory(need=need_of(officer), claim_state=ClaimState.HELD)
    WorkSessionFactory(placement=PlacementFactory(orientation__need=need_of(officer)))
    refused(need=need_of(officer))
    few = count_queries(lambda: browser.get("casework.index"))
    for _ in range(6):
        refused(need=need_of(officer))
        WorkSessionFactory(placement=PlacementFactory(orientation__need=need_of(officer)))

    assert count_queries(lambda: browser.get("casework.index")) == few
