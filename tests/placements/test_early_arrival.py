"""Somebody who comes before the day promised: reality is recorded, promises stay guarded."""

import datetime as dt

import pytest

from app.placements.actions.stay import start
from models.base import today
from models.codes.journey import PlacementStatus
from tests.factories import ClaimFactory, PlacementFactory


@pytest.fixture
def placement(session):
    placement = PlacementFactory()
    assert placement.starts_on > today()
    return placement


def test_the_place_counts_from_the_day_of_arrival(placement):
    start(placement, by=placement.orientation.requested_by, on=today(), today=today())

    assert placement.starts_on == placement.orientation.starts_on == today()
    assert placement.orientation.claim.starts_on == today()


def test_an_arrival_on_days_promised_to_another_is_recorded_and_said(session, placement):
    claim = placement.orientation.claim
    ClaimFactory(
        lot=placement.orientation.lot, starts_on=today(), ends_on=today() + dt.timedelta(days=2)
    )

    start(placement, by=placement.orientation.requested_by, on=today(), today=today())

    session.refresh(claim)
    assert placement.status is PlacementStatus.STARTED
    assert claim.starts_on > today()
    assert "promise à quelqu'un d'autre" in placement.events[-1].note
