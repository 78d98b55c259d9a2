"""Distance, minutes and the hours of the shift."""

import pytest

from app.decisions import travel
from app.decisions.judging import judge
from models.codes.offer import Band, Weekday
from models.codes.people import Mobility
from tests.matching.given import level, post, tig_plan, verdict


@pytest.mark.parametrize(
    ("km", "mobility", "label"),
    [
        (0.0, Mobility.WALK, "moins de 5 min à pied"),
        (0.6, Mobility.WALK, "5 à 15 min à pied"),
        (4.0, Mobility.BIKE, "20 à 35 min à vélo"),
        (8.0, Mobility.PUBLIC_TRANSPORT, "35 min à 1 h 10 en bus"),
        (8.0, Mobility.LICENCE_NO_CAR, "35 min à 1 h 10 en bus"),
        (8.0, Mobility.SUSPENDED_LICENCE, "35 min à 1 h 10 en bus"),
        (8.0, Mobility.CAR, "15 à 35 min en voiture"),
        (0.6, Mobility.PUBLIC_TRANSPORT, "5 à 15 min à pied"),
    ],
)
def test_a_trip_is_a_range_of_minutes_by_the_means_of_that_person(km, mobility, label):
    assert travel.estimate(km, mobility).label == label


@pytest.mark.parametrize("mobility", list(Mobility))
def test_farther_is_never_quicker(mobility):
    middles = [travel.estimate(km / 2, mobility).middle_min for km in range(120)]

    assert middles == sorted(middles)


@pytest.mark.parametrize(
    ("bands", "is_slower"),
    [({Band.MORNING}, False), ({Band.EVENING}, True), ({Band.WEEKEND}, True)],
)
def test_buses_are_fewer_in_the_evening_and_at_weekends(bands, is_slower):
    by_day = travel.estimate(8.0, Mobility.PUBLIC_TRANSPORT)
    trip = judge(tig_plan(), post(days=frozenset(), bands=frozenset(bands), distance_km=8)).travel

    assert trip is not None
    assert (trip.most_min > by_day.most_min) is is_slower


def test_a_car_does_not_wait_for_the_weekend_bus():
    saturday = post(days=frozenset({Weekday.SAT}), distance_km=8)

    trip = judge(tig_plan(mobility=Mobility.CAR), saturday).travel

    assert trip == travel.estimate(8, Mobility.CAR)


@pytest.mark.parametrize(
    ("distance", "expected"),
    [(10.0, "MET"), (10.1, "NEAR"), (12.5, "NEAR"), (12.6, "UNMET"), (None, "UNKNOWN")],
)
def test_a_radius_is_kept_nearly_kept_or_not(distance, expected):
    assert level("radius", tig_plan(radius_km=10), post(distance_km=distance)) == expected


def test_two_kilometres_too_many_says_how_far_to_widen():
    said = verdict("radius", tig_plan(radius_km=10), post(distance_km=12.0))

    assert said.sentence == "à 2 km de trop (12 km)"
    assert said.unlock == "élargir le rayon à 12 km"


def test_a_small_radius_still_forgives_two_kilometres():
    assert level("radius", tig_plan(radius_km=2), post(distance_km=4.0)) == "NEAR"
    assert level("radius", tig_plan(radius_km=2), post(distance_km=4.1)) == "UNMET"


def test_a_remote_offer_asks_for_no_travel():
    remote = post(is_remote=True, distance_km=None)

    assert level("radius", tig_plan(), remote) is None
    assert verdict("reach", tig_plan(), remote).sentence == "à distance, sans déplacement"


@pytest.mark.parametrize(
    ("limit", "expected"),
    [(70, "MET"), (53, "MET"), (52, "NEAR"), (35, "NEAR"), (34, "UNMET"), (None, "MET")],
)
def test_the_longest_trip_accepted_is_compared_with_the_range(limit, expected):
    assert level("reach", tig_plan(max_travel_min=limit), post(distance_km=8)) == expected


def test_a_trip_nobody_can_estimate_is_unknown_not_too_long():
    assert level("reach", tig_plan(), post(distance_km=None)) == "UNKNOWN"
    assert level("reach", tig_plan(mobility=None), post()) == "UNKNOWN"
    assert level("reach", tig_plan(mobility=None, max_travel_min=None), post()) is None
