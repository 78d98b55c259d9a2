"""What changes after the file is open: identity, plan, needs, measures, zones."""

import sqlalchemy as sa
from shapely import Polygon

from app.casework import actions
from models.codes.offer import ContactFlag, Family
from models.codes.people import ConstraintKind, MeasureType, Mobility, PlanStatus
from models.plan import Constraint
from tests.casework.pages import in_days, tig_page
from tests.factories import MeasureFactory, NeedFactory, PersonFactory, PlanFactory

TRIANGLE = Polygon([(4.86, 45.75), (4.88, 45.75), (4.88, 45.77)])


def identity(person, **changes):
    page = {"last_name": person.last_name, "first_name": person.first_name, "sex": "M"}
    return page | {"birth_date": person.birth_date, "setting": "OPEN"} | changes


def test_a_corrected_name_is_found_again_by_its_digest(session, browse_as):
    person = PersonFactory()
    before = person.name_digest
    browser = browse_as(person.officer)

    browser.post(
        "casework.update_identity",
        identity(person, last_name="Corrigé", reference_system="APPI_FILE", reference_value="12/3"),
        person_id=person.id,
    )

    assert person.last_name == "Corrigé"
    assert person.name_digest != before
    assert [ref.value for ref in person.external_refs] == ["12/3"]


def test_an_identity_refused_keeps_what_was_typed(session, browse_as):
    person = PersonFactory(last_name="Avant")

    answer = browse_as(person.officer).post(
        "casework.update_identity",
        identity(person, last_name="Après", birth_date="2020-01-01"),
        person_id=person.id,
    )

    assert answer.status_code == 422
    assert 'value="Après"' in answer.text
    assert person.last_name == "Avant"


def test_a_plan_is_revised(session, browse_as):
    plan = PlanFactory()
    page = tig_page(mobility="CAR", can_drive="y", avoided=["CASH"], latest_on=in_days(90))

    answer = browse_as(plan.person.officer).post("casework.update", page, plan_id=plan.id)

    assert answer.status_code == 302
    assert (plan.mobility, plan.can_drive) == (Mobility.CAR, True)
    assert [bound.flag for bound in plan.constraints] == [ContactFlag.CASH]


def test_the_form_of_a_plan_holds_what_the_plan_says(session, browse_as):
    plan = PlanFactory(mobility=Mobility.BIKE)
    actions.avoid(session, plan, ContactFlag.NIGHT)
    actions.forbid_zone(session, plan, TRIANGLE)

    answer = browse_as(plan.person.officer).open("GET", "casework.edit", plan_id=plan.id)

    assert 'value="NIGHT" checked' in answer.text
    assert '<option selected value="BIKE">' in answer.text
    assert 'value="Villeurbanne"' in answer.text
    assert "Lever la zone 1" in answer.text


def test_a_zone_is_lifted_once(session, browse_as):
    plan = PlanFactory()
    actions.forbid_zone(session, plan, TRIANGLE)
    zone_id = session.scalars(sa.select(Constraint.id)).one()
    browser = browse_as(plan.person.officer)

    first = browser.post("casework.lift_zone", plan_id=plan.id, zone_id=zone_id)
    again = browser.post("casework.lift_zone", plan_id=plan.id, zone_id=zone_id)

    assert (first.status_code, again.status_code) == (302, 404)
    count = sa.select(sa.func.count(Constraint.id))
    assert session.scalar(count.where(Constraint.kind == ConstraintKind.EXCLUSION_ZONE)) == 0


def test_a_tig_post_is_looked_for_under_a_measure_with_hours(session, browse_as):
    plan = PlanFactory()
    browser = browse_as(plan.person.officer)
    wanted = {"family": "TIG", "radius_km": "15"}

    refused = browser.post("casework.create_need", wanted, plan_id=plan.id)
    measure = MeasureFactory(person=plan.person)
    browser.post("casework.create_need", wanted, plan_id=plan.id)

    assert refused.status_code == 422
    assert "la mesure de TIG" in refused.text
    assert [(need.family, need.measure) for need in plan.needs] == [(Family.TIG, measure)]


def test_a_measure_is_added(session, browse_as):
    person = PersonFactory()
    page = {"measure_type": "SURSIS_PROBATOIRE_TIG", "offence_class": "DELIT"}
    page |= {"hours_ordered": "140", "enforceable_on": in_days(-3)}

    browse_as(person.officer).post("casework.create_measure", page, person_id=person.id)

    assert [(m.type, m.hours_ordered) for m in person.measures] == [
        (MeasureType.SURSIS_PROBATOIRE_TIG, 140)
    ]


def test_a_second_plan_is_opened_once_the_first_is_closed(session, browse_as):
    plan = NeedFactory().plan
    browser = browse_as(plan.person.officer)

    browser.post("casework.create_plan", tig_page(), person_id=plan.person_id)
    alone = len(plan.person.plans)
    browser.post("casework.close", plan_id=plan.id)
    browser.post("casework.create_plan", tig_page(), person_id=plan.person_id)

    assert (alone, len(plan.person.plans)) == (1, 2)
    assert {known.status for known in plan.person.plans} == {PlanStatus.OPEN, PlanStatus.CLOSED}
    assert browser.post("casework.update", tig_page(), plan_id=plan.id).status_code == 409
