"""Days and hours against availability, a job, the 47-hour week and the hours ordered."""

import datetime as dt

import pytest

from app.decisions.judging import Bucket, can_hold, judge
from models.codes.offer import Band, Family, Weekday
from tests.matching.given import bed_plan, employed_plan, level, post, tig_plan, verdict

BY_DAY = frozenset({Band.MORNING, Band.AFTERNOON})
WEEKDAYS = frozenset(list(Weekday)[:5])
SATURDAY = frozenset({Weekday.SAT})
EVENING = frozenset({Band.EVENING})
WEEKEND = frozenset({Band.WEEKEND})
NOTHING: frozenset[Weekday] = frozenset()


@pytest.mark.parametrize(
    ("days", "bands", "expected"),
    [
        (WEEKDAYS, BY_DAY, "UNMET"),
        (NOTHING, frozenset({Band.MORNING}), "UNMET"),
        (WEEKDAYS, BY_DAY | EVENING, "MET"),
        (SATURDAY, BY_DAY, "MET"),
        (SATURDAY, frozenset(), "MET"),
        (NOTHING, WEEKEND, "MET"),
        (WEEKDAYS, BY_DAY | WEEKEND, "MET"),
        (WEEKDAYS, WEEKEND, "MET"),
        (NOTHING, frozenset(), "UNKNOWN"),
    ],
)
def test_someone_who_works_on_weekdays_needs_evenings_or_weekends(days, bands, expected):
    assert level("moments", employed_plan(), post(days=days, bands=bands)) == expected


def test_a_post_open_only_during_the_job_says_what_to_ask_for():
    said = verdict("moments", employed_plan(), post(days=WEEKDAYS, bands=BY_DAY))

    assert said.sentence == "seulement en journée, la semaine, pendant l'emploi"
    assert said.unlock == "demander un créneau le soir ou le samedi"


def test_a_job_on_other_days_frees_the_week():
    works_weekends = employed_plan(job_days=frozenset({Weekday.SAT, Weekday.SUN}))

    assert level("moments", works_weekends, post(days=WEEKDAYS, bands=BY_DAY)) == "MET"
    assert level("moments", works_weekends, post(days=SATURDAY, bands=BY_DAY)) == "UNMET"


def test_a_saturday_post_is_a_near_miss_for_someone_who_offered_weekdays():
    said = verdict("moments", tig_plan(days=WEEKDAYS), post(days=SATURDAY))

    assert (said.level, said.sentence) == ("NEAR", "seulement le samedi")


def test_an_unknown_availability_is_not_held_against_anyone():
    assert level("moments", tig_plan(), post()) is None


@pytest.mark.parametrize(
    ("job", "least", "expected"),
    [
        (35, 12, "MET"),
        (35, 13, "UNMET"),
        (39, 8, "MET"),
        (39, 9, "UNMET"),
        (20, 27, "MET"),
        (None, 12, "MET"),
        (None, 13, "UNMET"),
        (0, 13, "UNMET"),
        (47, None, "UNMET"),
        (46, None, "MET"),
    ],
)
def test_job_and_tig_stay_within_47_hours_a_week(job, least, expected):
    plan, offer = employed_plan(job_hours_week=job), post(hours_per_week_min=least)

    assert level("week", plan, offer) == expected


def test_47_hours_is_law_and_lifted_by_nobody():
    judged = judge(employed_plan(job_hours_week=47), post())

    assert not can_hold(judged).is_allowed
    assert can_hold(judged).forbidden[0].source == "art. R. 623-16 du code pénitentiaire"


def test_the_47_hour_week_is_not_asked_without_a_job_nor_for_a_bed():
    assert level("week", tig_plan(is_employed=False), post()) is None
    assert level("week", bed_plan(is_employed=True), post(family=Family.LOGEMENT)) is None


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, None, None),
        (70, 140, "MET"),
        (105, 105, "MET"),
        (None, 104, "NEAR"),
        (None, 84, "NEAR"),
        (None, 83, "UNMET"),
        (126, None, "NEAR"),
        (127, None, "UNMET"),
    ],
)
def test_the_hours_ordered_lie_between_the_fewest_and_the_most(low, high, expected):
    assert level("amount", tig_plan(hours=105), post(hours_min=low, hours_max=high)) == expected


def test_nothing_starts_after_the_deadline():
    late = tig_plan(enforceable_on=dt.date(2025, 5, 30))

    assert level("deadline", late, post()) == "UNMET"
    assert level("deadline", tig_plan(enforceable_on=dt.date(2025, 6, 1)), post()) is None
    assert judge(late, post()).bucket is Bucket.SET_ASIDE


def test_a_weekend_post_open_on_saturday_only_is_not_open_on_sunday():
    saturday_only = post(days=WEEKDAYS | SATURDAY, bands=BY_DAY | WEEKEND)

    said = verdict("moments", employed_plan(), saturday_only)

    assert said.sentence == "horaires possibles (le samedi)"
