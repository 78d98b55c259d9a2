"""Dates and times, as a counsellor writes them."""

from datetime import UTC, date, datetime

import pytest
from freezegun import freeze_time

from app.filters import NBSP, clock, day, moment, period, short_day


@pytest.fixture(autouse=True)
def in_march_2026():
    with freeze_time("2026-03-10"):
        yield


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 3, 3), "mardi 3 mars"),
        (date(2026, 8, 1), "samedi 1er août"),
        (date(2027, 1, 4), "lundi 4 janvier 2027"),
    ],
)
def test_a_day_is_written_in_full_with_its_year_only_when_it_is_another_one(value, written):
    assert day(value) == written


def test_a_time_is_the_one_of_paris_even_past_midnight():
    late = datetime(2026, 7, 14, 22, 30, tzinfo=UTC)

    assert moment(late).replace(NBSP, " ") == "mercredi 15 juillet à 0 h 30"


def test_a_whole_hour_has_no_minutes():
    assert clock(datetime(2026, 3, 3, 8, 0, tzinfo=UTC)).replace(NBSP, " ") == "9 h"


def test_a_date_alone_gets_no_hour():
    assert moment(date(2026, 3, 3)) == "mardi 3 mars"


def test_a_period_says_when_it_starts_and_ends():
    assert period(date(2026, 3, 3), date(2026, 3, 17)) == "du 3 mars au 17 mars"
    assert period(date(2026, 3, 3), date(2026, 3, 3)) == "le 3 mars"
    assert period(date(2026, 3, 3), None) == "à partir du 3 mars"
    assert short_day(date(2025, 12, 1)) == "1er décembre 2025"


def test_a_year_that_both_ends_share_is_said_once():
    assert period(date(2027, 3, 3), date(2027, 3, 17)) == "du 3 mars au 17 mars 2027"
    assert period(date(2026, 12, 5), date(2027, 3, 15)) == "du 5 décembre au 15 mars 2027"
    assert period(date(2025, 12, 5), date(2026, 3, 1)) == "du 5 décembre 2025 au 1er mars"
