"""Pure rules: the legal deadline, ages, zones that hide their centre."""

import datetime as dt
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, Polygon

from app.casework import rules
from app.casework.situation import Situation
from app.casework.zones import MOST_CORNERS, UnusableZone, disguise, read_zone
from models.codes.people import OffenceClass


@pytest.mark.parametrize(
    ("enforceable", "suspended", "deadline"),
    [
        (dt.date(2026, 1, 15), 0, dt.date(2027, 7, 15)),
        (dt.date(2026, 8, 31), 0, dt.date(2028, 2, 29)),
        (dt.date(2025, 8, 31), 0, dt.date(2027, 2, 28)),
        (dt.date(2026, 6, 30), 10, dt.date(2028, 1, 9)),
    ],
)
def test_the_deadline_is_eighteen_months_away_suspended_time_apart(
    enforceable, suspended, deadline
):
    assert rules.tig_deadline(enforceable, suspended) == deadline


@pytest.mark.parametrize(
    ("hours", "offence", "said"),
    [
        (401, OffenceClass.DELIT, "de 20 à 400 heures (art. 131-8 du code pénal)"),
        (121, OffenceClass.CONTRAVENTION, "de 20 à 120 heures (art. 131-17 du code pénal)"),
        (101, OffenceClass.COMPOSITION, "de 1 à 100 heures (art. 41-2 du code de procédure"),
        (105, OffenceClass.DELIT, None),
        (401, None, "plus de 400 heures"),
    ],
)
def test_hours_beyond_what_a_court_may_order_are_refused_with_their_text(hours, offence, said):
    refused = rules.refuse_hours(hours, offence, dt.date(2026, 11, 22))

    assert refused is None if said is None else said in (refused or "")


def test_somebody_born_on_29_february_grows_up_on_the_next_day():
    assert rules.age_on(dt.date(2008, 2, 29), dt.date(2026, 2, 28)) == 17
    assert rules.age_on(dt.date(2008, 2, 29), dt.date(2026, 3, 1)) == 18


@given(
    lon=st.floats(-1, 7),
    lat=st.floats(43, 50),
    radius=st.floats(0.0005, 0.2),
    corners=st.integers(3, MOST_CORNERS),
)
def test_a_disguised_circle_holds_what_was_drawn_around_another_centre(lon, lat, radius, corners):
    turn = [2 * math.pi * i / corners for i in range(corners)]
    drawn = Polygon((lon + radius * math.cos(a), lat + radius * math.sin(a)) for a in turn)

    kept = disguise(drawn)

    shift = kept.centroid.distance(Point(lon, lat)) * 111_320
    assert kept.is_valid
    assert kept.buffer(1e-9).contains(drawn)
    assert shift > 60


def test_a_zone_with_too_many_corners_is_refused():
    turn = [2 * math.pi * i / 300 for i in range(301)]
    ring = [[round(4.8 + math.cos(a) / 50, 5), round(45.7 + math.sin(a) / 50, 5)] for a in turn]

    with pytest.raises(UnusableZone, match="plus de 200 sommets"):
        read_zone(f'{{"type":"Polygon","coordinates":[{ring}]}}')


def test_a_situation_without_anything_under_way_says_what_to_do():
    window = (dt.date(2027, 3, 3), dt.date(2027, 3, 17))

    assert Situation(window, 1, Counter(), Counter()).sentence.endswith(": place à trouver")
    assert Situation(window, 0, Counter(), Counter()).sentence.endswith(": aucun besoin en attente")
