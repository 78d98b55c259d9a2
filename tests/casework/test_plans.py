"""How far a plan has come, and when it may be closed."""

from models.codes.journey import OrientationStatus
from models.codes.people import Pillar, PillarStatus, PlanStatus
from models.plan import PlanPillar
from tests.factories import OrientationFactory, PlanFactory


def test_a_pillar_is_moved_from_the_page(session, browse_as):
    plan = PlanFactory()
    plan.pillars = [PlanPillar(unit_id=plan.unit_id, pillar=pillar) for pillar in Pillar]

    browse_as(plan.person.officer).post(
        "casework.set_pillars", {"HOUSING": "OPTION_FOUND", "CARE": "NONSENSE"}, plan_id=plan.id
    )

    moved = {line.pillar: line.status for line in plan.pillars}
    assert moved[Pillar.HOUSING] is PillarStatus.OPTION_FOUND
    assert moved[Pillar.CARE] is PillarStatus.NOT_STARTED


def test_a_plan_with_a_waiting_request_is_not_closed(session, browse_as):
    orientation = OrientationFactory()
    browser = browse_as(orientation.person.officer)

    kept = browser.post("casework.close", plan_id=orientation.plan_id)
    still = orientation.plan.status
    orientation.move_to(OrientationStatus.CANCELLED, by=None)
    browser.post("casework.close", plan_id=orientation.plan_id)

    assert (kept.status_code, still) == (409, PlanStatus.OPEN)
    assert orientation.plan.status is PlanStatus.CLOSED
