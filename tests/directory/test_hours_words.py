"""Opening hours as people type them, as OpenStreetMap writes them, and as a page says them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.directory.week import Week, parse, read_week, unread_from
from app.hours.closing import Closed
from app.hours.syntax import Hours, read, write
from app.hours.typed import read_ranges, write_ranges
from models.base import PARIS

WEEK = "Mo-Fr 08:30-12:00,13:30-17:00; PH off"


@st.composite
def day(draw):
    ends = sorted(draw(st.sets(st.integers(0, 24 * 4), min_size=0, max_size=6)))
    ends = ends[: len(ends) // 2 * 2]
    return tuple((a * 15, b * 15) for a, b in zip(ends[::2], ends[1::2], strict=True))


HOURS = st.builds(
    Hours,
    st.tuples(*[day()] * 7).filter(any),
    st.booleans(),
    st.lists(
        st.tuples(st.dates(dt.date(2025, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 40)).map(
            lambda one: Closed(one[0], one[0] + dt.timedelta(days=one[1]))
        ),
        max_size=3,
    ).map(tuple),
)


@given(HOURS)
@settings(max_examples=60, deadline=None)
def test_what_the_form_writes_is_read_back_the_same_and_by_the_library(hours):
    text = write(hours)

    assert read(text) == hours
    assert parse(text) is not None


@given(day())
@settings(max_examples=60, deadline=None)
def test_the_hours_of_a_day_are_typed_and_shown_the_same(ranges):
    assert read_ranges(write_ranges(ranges)) == ranges


@pytest.mark.parametrize(
    ("typed", "ranges"),
    [
        ("8h30-12h, 13h30-17h", ((510, 720), (810, 1020))),
        ("de 8:30 à 12:00 et 14h à 17 h 30", ((510, 720), (840, 1050))),
        ("9h-midi", ((540, 720),)),
        ("18h-8h", ((1080, 1920),)),
        ("24h/24", ((0, 1440),)),
        ("fermé", ()),
    ],
)
def test_hours_are_read_as_people_write_them(typed, ranges):
    assert read_ranges(typed) == ranges


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("le matin", "Écrivez des heures comme"),
        ("25h-26h", "Écrivez des heures comme"),
        ("12h-9h", "après le début"),
        ("9h-12h, 11h-14h", "se recouvrent"),
    ],
)
def test_what_is_not_an_hour_is_refused_in_french(typed, why):
    with pytest.raises(ValueError, match=why):
        read_ranges(typed)


def said(text: str, at: dt.datetime, department: str | None = None) -> Week:
    week = read_week(text, at, department)
    assert week is not None
    return week


@pytest.mark.parametrize("text", ["Mo[1] 09:00-12:00", "sunrise-sunset", "Jul-Aug Mo 09:00-12:00"])
def test_what_the_form_cannot_say_is_left_to_the_syntax(text):
    assert parse(text)
    assert read(text) is None


def test_the_first_unreadable_character_is_known():
    assert unread_from("Mo-Fr 08:30-12:00; lundi 9h") == 20
    assert unread_from(WEEK) == 0


def test_a_closed_period_shuts_the_week_and_is_told():
    at = dt.datetime(2026, 8, 5, 10, tzinfo=PARIS)

    week = said(f"{WEEK}; 2026 Aug 03-2026 Aug 07 off", at)

    assert set(dict(week.rows).values()) == {"fermé"}
    assert week.now_said == "Fermé maintenant, ouvre lundi 10 août à 8\u00a0h\u00a030"
    assert week.closed == ("du 3 août au 7 août",)


def test_the_island_of_reunion_has_its_clock_and_its_holiday():
    at = dt.datetime(2027, 12, 20, 5, tzinfo=ZoneInfo("UTC"))

    week = said("Mo-Su 08:30-12:00; PH off", at, "974")

    assert ("lundi (férié)", "fermé") in week.rows
    assert week.now_said.endswith("(heure locale)")
    assert week.now_said.startswith("Fermé maintenant, ouvre mardi 21 décembre")
    there = said("Mo-Su 08:30-12:00", at, "974")
    assert there.is_open
