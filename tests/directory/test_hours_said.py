"""Opening hours as a page says them when they go past midnight, or say neither open nor shut."""

import datetime as dt

import pytest

from app.directory.week import Week, read_week
from app.hours.closing import Closed, closed_periods
from models.base import PARIS

THURSDAY = dt.datetime(2026, 7, 30, 10, tzinfo=PARIS)


def said(text: str, at: dt.datetime = THURSDAY) -> Week:
    week = read_week(text, at)
    assert week is not None
    return week


@pytest.mark.parametrize(
    ("text", "day", "hours"),
    [
        ("Mo-Su 20:00-08:00", "lundi", "20 h à 8 h le lendemain"),
        ("Fr-Sa 22:00-02:00", "vendredi", "22 h à 2 h le lendemain"),
        ("Fr-Sa 22:00-02:00", "dimanche", "fermé"),
        ("Su 10:00-26:00", "lundi", "fermé"),
        ("Mo-Fr 09:00-24:00", "lundi", "9 h à minuit"),
        ("24/7", "dimanche", "24 h sur 24"),
        ('Mo-Fr 09:00-12:00; Sa "sur rendez-vous"', "samedi", "sur rendez-vous"),
        ("Mo 09:00-12:00 unknown", "lundi", "9 h à 12 h à confirmer"),
    ],
)
def test_the_hours_of_a_day_are_told_with_the_day_on_which_they_begin(text, day, hours):
    assert dict(said(text).rows)[day].replace("\u00a0", " ") == hours


def test_a_door_that_shuts_for_its_holidays_does_not_open_on_their_first_day():
    evening = dt.datetime(2026, 7, 31, 20, tzinfo=PARIS)

    week = said('Mo-Fr 09:00-12:00; 2026 Aug 01-2026 Aug 15 off "congés"', evening)

    assert week.now_said == "Fermé maintenant, ouvre lundi 17 août à 9\u00a0h"


def test_by_appointment_is_neither_open_nor_closed_now():
    week = said('"sur rendez-vous"')

    assert not week.is_open
    assert week.now_said == "À confirmer auprès de la structure pour l'instant"


def test_what_is_said_only_where_nothing_else_is_stays_as_it_was_written():
    assert read_week('Mo-Fr 09:00-12:00 || "sur rendez-vous"', THURSDAY) is None


def test_a_closed_period_may_go_into_the_next_year():
    winter = Closed(dt.date(2026, 12, 24), dt.date(2027, 1, 2))

    assert list(closed_periods("Mo 09:00-12:00; 2026 Dec 24-Jan 02 off")) == [winter]
    assert list(closed_periods("2026 Dec 24-2026 Jan 02 off")) == []
