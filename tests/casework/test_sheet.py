"""A person's page: everything in sight, nothing of other units, no more queries for more events."""

import datetime as dt
import uuid

import sqlalchemy as sa

from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, PlacementStatus, RefusalReason
from models.codes.offer import ContactFlag
from models.codes.people import ConstraintKind
from models.orientation import OrientationEvent
from models.plan import Constraint
from tests.factories import (
    CounsellorFactory,
    ManagerFactory,
    NeedFactory,
    OrientationFactory,
    PartnerFactory,
    PersonFactory,
    PlacementFactory,
    PlanFactory,
    WorkSessionFactory,
)


def test_the_page_shows_what_any_place_must_respect(session, browse_as):
    need = NeedFactory(plan__has_tag=True)
    plan = need.plan
    session.add(
        Constraint(
            unit_id=plan.unit_id, plan=plan, kind=ConstraintKind.AVOID, flag=ContactFlag.MINORS
        )
    )

    page = browse_as(plan.person.officer).get("casework.show", person_id=plan.person_id)

    assert plan.person.full_name in page
    assert "Contact avec des mineurs" in page
    assert "oui, accord écrit du bailleur pas encore obtenu" in page
    assert "105 heures" in page
    assert "délai de 18 mois" in page
    assert "Trouver une place" in page


def test_requests_placements_and_hours_are_told_with_their_moves(session, browse_as):
    placement = PlacementFactory(
        status=PlacementStatus.STARTED, started_on=today() - dt.timedelta(days=9)
    )
    officer = placement.orientation.person.officer
    WorkSessionFactory(
        placement=placement, validated_by_id=officer.id, validated_at=dt.datetime.now(dt.UTC)
    )
    WorkSessionFactory(placement=placement, minutes=60)
    placement.record("Placement commencé", by=officer)
    refused = OrientationFactory(
        need=placement.orientation.need,
        status=OrientationStatus.REFUSED,
        refusal_reason=RefusalReason.COMPLET,
        claim_state=ClaimState.HELD,
        closed_at=now(),
    )
    refused.record("Refusée", by=None, note="Plus de place cet été")

    page = browse_as(officer).get("casework.show", person_id=refused.person_id)

    assert "7 heures validées sur 105 heures, 1 heure à valider" in page
    assert "Motif : complet" in page
    assert "Placement commencé" in page
    assert officer.name in page
    assert "Plus de place cet été" in page


def test_another_unit_finds_nothing(browse_as):
    plan, browser = PlanFactory(), browse_as(CounsellorFactory())

    browser.get("casework.show", person_id=plan.person_id, status=404)
    browser.get("casework.edit_identity", person_id=plan.person_id, status=404)
    browser.get("casework.edit", plan_id=plan.id, status=404)
    browser.get("casework.new_need", plan_id=plan.id, status=404)
    assert browser.post("casework.close", plan_id=plan.id).status_code == 404
    assert (
        browser.post("casework.lift_zone", plan_id=plan.id, zone_id=uuid.uuid4()).status_code == 404
    )


def test_a_colleague_of_the_unit_and_the_manager_see_the_file(browse_as):
    person = PersonFactory()
    unit = person.officer.memberships[0].unit

    browse_as(CounsellorFactory(unit=unit)).get("casework.show", person_id=person.id)
    browse_as(ManagerFactory(unit=unit)).get("casework.show", person_id=person.id)


def test_a_partner_is_refused(browse_as):
    person = PersonFactory()

    browse_as(PartnerFactory()).get("casework.show", person_id=person.id, status=403)


def test_every_reading_leaves_a_line_in_the_log(session, browse_as, database):
    person = PersonFactory()

    browse_as(person.officer).get("casework.show", person_id=person.id)

    with database.superuser.connect() as apart:
        said = sa.text("SELECT operation, reason FROM audit.entry WHERE subject_id = :id")
        assert apart.execute(said, {"id": str(person.id)}).all() == [("CONSULT", "dossier")]


def test_two_hundred_events_cost_no_more_queries_than_two(session, browse_as, count_queries):
    orientation = OrientationFactory()
    browser = browse_as(orientation.person.officer)
    browser.get("casework.show", person_id=orientation.person_id)
    few = count_queries(lambda: browser.get("casework.show", person_id=orientation.person_id))
    for number in range(200):
        orientation.record(f"Étape {number}", by=None)
    for _ in range(5):
        PlacementFactory(orientation__need=NeedFactory(plan=orientation.plan))

    many = count_queries(lambda: browser.get("casework.show", person_id=orientation.person_id))

    assert session.scalar(sa.select(sa.func.count(OrientationEvent.id))) == 200
    assert many == few
