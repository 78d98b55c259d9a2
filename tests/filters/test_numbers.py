"""Numbers, distances and durations in French typography."""

import pytest

from app.filters import (
    NARROW,
    NBSP,
    capped,
    distance,
    duration,
    hours,
    number,
    phone,
    plural,
    travel,
)


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NARROW, " ")


def test_spaces_inside_a_number_and_before_a_unit_never_break():
    assert number(1204) == f"1{NARROW}204"
    assert distance(2.4) == f"à 2,4{NBSP}km"


@pytest.mark.parametrize(
    ("km", "written"),
    [
        (0.03, "à 100 m"),
        (0.6, "à 600 m"),
        (0.96, "à 1 km"),
        (2.4, "à 2,4 km"),
        (9.96, "à 10 km"),
        (1234, "à 1 234 km"),
    ],
)
def test_a_distance_is_as_precise_as_one_needs(km, written):
    assert plain(distance(km)) == written


@pytest.mark.parametrize(("n", "written"), [(0, "0 place"), (1, "1 place"), (2, "2 places")])
def test_zero_is_singular_in_french(n, written):
    assert plain(plural(n, "place")) == written


def test_an_irregular_plural_is_given():
    assert plain(plural(3, "place libre", "places libres")) == "3 places libres"


def test_a_count_stops_at_its_cap():
    assert plain(capped(1000)) == "1 000"
    assert plain(capped(1001)) == "plus de 1 000"


@pytest.mark.parametrize(("minutes", "written"), [(35, "35 min"), (60, "1 h"), (65, "1 h 05")])
def test_a_duration_is_in_hours_past_sixty_minutes(minutes, written):
    assert plain(duration(minutes)) == written


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (35, 55, "35 à 55 min en bus"),
        (35, 70, "35 min à 1 h 10 en bus"),
        (20, 20, "20 min en bus"),
    ],
)
def test_a_travel_time_is_a_range(low, high, written):
    assert plain(travel(low, high, "en bus")) == written


def test_hours_and_telephones():
    assert plain(hours(105)) == "105 heures"
    assert plain(hours(3.5)) == "3,5 heures"
    assert plain(phone("+33472000000")) == "04 72 00 00 00"
    assert plain(phone("+262262000000")) == "02 62 00 00 00"
    assert phone("115") == "115"
    assert number(-3) == "\u22123"
