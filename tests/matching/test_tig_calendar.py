"""The rhythm, the estimated end and the deadline of a TIG."""

import datetime as dt

import pytest

from app.decisions import tig_calendar
from models.codes.offer import Band, Weekday
from models.codes.people import MeasureType
from tests.matching.given import employed_plan, level, post, tig_plan

SATURDAY = frozenset({Weekday.SAT})


def laid_on(plan, offer):
    """The calendar of a TIG whose rhythm is known."""
    laid = tig_calendar.schedule(plan, offer)
    assert laid is not None
    return laid


@pytest.mark.parametrize(
    ("plan", "changes", "hours"),
    [
        (tig_plan(), {}, 14),
        (tig_plan(), {"hours_per_week_max": 60}, 35),
        (tig_plan(), {"hours_per_week_max": None}, 35),
        (tig_plan(), {"hours_per_week_max": None, "days": SATURDAY}, 7),
        (tig_plan(days=SATURDAY, bands=frozenset({Band.MORNING})), {}, 3.5),
        (employed_plan(), {}, 7),
        (employed_plan(), {"bands": frozenset({Band.EVENING, Band.WEEKEND})}, 12),
        (employed_plan(job_hours_week=44), {}, 3),
    ],
)
def test_the_rhythm_is_the_smallest_of_what_bounds_it(plan, changes, hours):
    assert tig_calendar.rhythm(plan, post(**changes)) == hours


def test_a_post_that_says_nothing_of_its_hours_has_no_rhythm():
    silent = post(days=frozenset(), bands=frozenset(), hours_per_week_max=None)

    assert tig_calendar.rhythm(employed_plan(), silent) is None
    assert level("pace", employed_plan(), silent) == "UNKNOWN"


def test_the_deadline_is_18_months_and_suspended_days_do_not_count():
    assert tig_calendar.deadline(tig_plan()) == dt.date(2028, 4, 3)
    assert tig_calendar.deadline(tig_plan(suspended_days=30)) == dt.date(2028, 5, 3)


@pytest.mark.parametrize(
    ("enforceable", "deadline"),
    [
        (dt.date(2026, 8, 31), dt.date(2028, 2, 29)),
        (dt.date(2025, 8, 31), dt.date(2027, 2, 28)),
        (dt.date(2026, 6, 30), dt.date(2027, 12, 30)),
        (dt.date(2026, 7, 1), dt.date(2028, 1, 1)),
    ],
)
def test_18_months_end_on_the_same_day_or_the_last_of_the_month(enforceable, deadline):
    assert tig_calendar.deadline(tig_plan(enforceable_on=enforceable)) == deadline


def test_a_deadline_fixed_by_hand_wins_and_a_tnr_has_none_of_its_own():
    fixed = dt.date(2027, 9, 1)

    assert tig_calendar.deadline(tig_plan(execution_deadline=fixed)) == fixed
    assert tig_calendar.deadline(tig_plan(measures=frozenset({MeasureType.TNR}))) is None
    assert tig_calendar.deadline(tig_plan(enforceable_on=None)) is None


def test_the_line_says_the_estimated_end_beside_the_deadline():
    laid = laid_on(employed_plan(), post())

    assert laid.ends_on == dt.date(2027, 3, 15)
    assert laid.sentence == ("fin estimée le 15 mars 2027 / délai de 18 mois\u00a0: 3 avril 2028")
    assert laid.rhythm_label == "à ce rythme\u00a0: 7 h par semaine"


def test_the_last_hour_of_a_full_week_falls_in_that_week():
    laid = laid_on(tig_plan(hours=14), post())

    assert (laid.starts_on, laid.ends_on) == (dt.date(2026, 12, 1), dt.date(2026, 12, 7))


def test_it_starts_when_the_host_can_receive():
    laid = laid_on(tig_plan(), post(entry_from=dt.date(2027, 1, 11)))

    assert laid.starts_on == dt.date(2027, 1, 11)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (dt.date(2027, 1, 22), "MET"),
        (dt.date(2027, 1, 21), "NEAR"),
        (dt.date(2026, 12, 23), "NEAR"),
        (dt.date(2026, 12, 22), "UNMET"),
    ],
)
def test_hours_that_do_not_fit_in_before_the_deadline_are_told(deadline, expected):
    assert level("pace", tig_plan(execution_deadline=deadline), post()) == expected
