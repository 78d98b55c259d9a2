"""A need, a measure or hours sent twice are written once; two pages write two."""

import datetime as dt
import uuid

import pytest
import sqlalchemy as sa

from models.base import today
from models.follow import Incident, WorkSession
from models.person import Measure
from models.plan import Need
from tests.factories import PartnerFactory, PersonFactory, PlacementFactory, PlanFactory

BED = {"family": "LOGEMENT", "stay_days": "90", "radius_km": "20"}
HOURS = {"worked_on": today().isoformat(), "hours": "3", "minutes": "0"}


@pytest.fixture
def stay(session):
    yesterday = today() - dt.timedelta(days=1)
    return PlacementFactory(status="STARTED", started_on=yesterday)


def count(session, model) -> int:
    return int(session.scalar(sa.select(sa.func.count()).select_from(model)))


@pytest.mark.parametrize(("keys", "expected"), [(["same", "same"], 1), (["one", "other"], 2)])
def test_a_need(session, browse_as, keys, expected):
    plan = PlanFactory()
    browser = browse_as(plan.person.officer)

    for name in keys:
        typed = BED | {"key": str(uuid.uuid5(uuid.NAMESPACE_OID, name))}
        answer = browser.post("casework.create_need", typed, plan_id=plan.id)
        assert answer.status_code == 302

    assert count(session, Need) == expected


def test_a_measure(session, browse_as):
    person = PersonFactory()
    typed = {"measure_type": "SEMI_LIBERTE", "key": str(uuid.uuid4())}

    for _ in range(2):
        browse_as(person.officer).post("casework.create_measure", typed, person_id=person.id)

    assert count(session, Measure) == 1


def test_hours_heard_by_telephone(session, browse_as, stay):
    browser = browse_as(stay.orientation.requested_by)
    typed = HOURS | {"key": str(uuid.uuid4())}

    for _ in range(2):
        browser.post("placements.enter_hours", typed, placement_id=stay.id)

    assert count(session, WorkSession) == 1


def test_hours_entered_by_the_host(session, browse_as, stay):
    browser = browse_as(PartnerFactory(organization=stay.organization))
    typed = {f"hours-{name}": text for name, text in HOURS.items()}
    typed["hours-key"] = str(uuid.uuid4())

    for _ in range(2):
        browser.post("portal.enter_hours", typed, placement_id=stay.id)

    assert count(session, WorkSession) == 1


def test_an_absence_is_told_once_a_day(session, browse_as, stay):
    browser = browse_as(PartnerFactory(organization=stay.organization))

    for _ in range(2):
        browser.post("portal.report_absence", placement_id=stay.id)

    assert count(session, Incident) == 1
