"""A step that comes too late brings the page back as it now is, and says so (409)."""

import pytest

from models.base import today
from models.codes.journey import EndReason, OrientationStatus, PlacementStatus
from models.placement import Placement
from tests.browsing import words
from tests.factories import OrientationFactory, PlacementFactory


@pytest.fixture
def cancelled(session):
    orientation = OrientationFactory(status=OrientationStatus.SENT)
    orientation.move_to(OrientationStatus.CANCELLED, by=None)
    session.flush()
    return orientation


@pytest.fixture
def ended(session):
    return PlacementFactory(
        status=PlacementStatus.ENDED, ended_on=today(), end_reason=EndReason.NO_SHOW
    )


@pytest.mark.parametrize(
    "endpoint",
    [
        "placements.answer",
        "placements.create_confirmation",
        "placements.move_dates",
        "placements.cancel",
        "placements.send",
    ],
)
def test_a_request_already_over_is_shown_as_it_is(browse_as, cancelled, endpoint):
    late = browse_as(cancelled.requested_by).post(endpoint, orientation_id=cancelled.id)

    assert late.status_code == 409
    assert "elle est maintenant « Annulée »" in words(late.text)
    assert "Trouver une autre place" in late.text


@pytest.mark.parametrize("name", ["debut", "suspension", "encadrement", "attestation", "fin"])
def test_a_stay_already_over_is_shown_as_it_is(browse_as, session, ended, name):
    browser = browse_as(ended.orientation.requested_by)

    late = browser.post("placements.update", placement_id=ended.id, name=name)

    assert late.status_code == 409
    assert "il est maintenant « Terminé »" in words(late.text)
    assert session.get_one(Placement, ended.id).status is PlacementStatus.ENDED


def test_the_address_of_a_step_that_is_past_leads_to_where_things_stand(browse_as, cancelled):
    browser = browse_as(cancelled.requested_by)

    led = browser.open("GET", "placements.new_confirmation", orientation_id=cancelled.id)

    assert led.status_code == 302
    page = browser.get("placements.orientation", orientation_id=cancelled.id)
    assert "elle est maintenant « Annulée »" in page


def test_a_step_says_for_whom_and_the_way_back(browse_as, session):
    orientation = OrientationFactory(status=OrientationStatus.ACCEPTED)
    browser = browse_as(orientation.requested_by)

    page = words(browser.get("placements.new_confirmation", orientation_id=orientation.id))

    assert orientation.person.full_name in page
    assert orientation.organization_name in page
    assert "Mes suivis" in page
