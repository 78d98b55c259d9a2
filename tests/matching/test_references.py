"""Texts hold from one day to another, and French is written as people write it."""

import datetime as dt

import pytest

from app import filters
from app.decisions import french
from app.decisions.references import Reference, cite, holds, mission_company_departements
from tests.matching.given import TODAY

LAST = dt.date(2028, 12, 31)


def test_a_text_is_cited_only_on_the_days_on_which_it_holds():
    assert cite("accreditation", dt.date(2022, 5, 1)) == "art. R. 623-3 du code pénitentiaire"
    assert cite("accreditation", dt.date(2022, 4, 30)) == ""
    assert cite("nothing", TODAY) == ""


def test_a_renumbered_text_holds_until_its_last_day_included():
    text = Reference("old", "ancien article", valid_until=LAST)

    assert holds(text, LAST)
    assert not holds(text, LAST + dt.timedelta(days=1))


def test_the_experiment_of_mission_companies_runs_in_20_departements_from_its_day():
    assert len(mission_company_departements(dt.date(2025, 3, 6))) == 20
    assert mission_company_departements(dt.date(2025, 3, 5)) == frozenset()


@pytest.mark.parametrize(
    ("km", "said"),
    [
        (0.0, "100 m"),
        (0.16, "200 m"),
        (0.6, "600 m"),
        (1.0, "1 km"),
        (3.24, "3,2 km"),
        (12, "12 km"),
    ],
)
def test_a_distance_is_said_in_metres_then_kilometres(km, said):
    assert french.km(km) == said
    assert filters.distance(km).replace(filters.NBSP, " ") == f"à {said}"


def test_the_first_of_a_month_is_le_premier():
    assert french.day(dt.date(2027, 3, 1)) == "1er mars 2027"
    assert french.day(dt.date(2027, 8, 31)) == "31 août 2027"


def test_words_are_listed_with_et_before_the_last():
    assert french.listed([]) == ""
    assert french.listed(["a"]) == "a"
    assert french.listed(["a", "b", "c"]) == "a, b et c"


def test_double_punctuation_keeps_its_space_on_the_same_line():
    assert french.typeset("« à voir » : oui !") == "«\u00a0à voir\u00a0»\u00a0: oui\u00a0!"
