"""Whom a host receives."""

import pytest

from app.decisions.judging import Bucket, can_hold, judge
from app.decisions.rules.person import refuse_minor
from models.codes.offer import Gender, Household, YesNo
from models.codes.organization import PmrAccess
from models.codes.people import Sex
from tests.matching.given import bed, bed_plan, level, post, tig_plan, verdict

COUPLES = frozenset({Household.COUPLE})


@pytest.mark.parametrize("age", [0, 16, 17])
def test_a_person_under_18_is_sent_to_the_pjj(age):
    assert "PJJ" in (refuse_minor(age) or "")


@pytest.mark.parametrize("age", [None, 18, 70])
def test_an_adult_is_not_sent_to_the_pjj(age):
    assert refuse_minor(age) is None


def test_no_place_is_ever_held_for_a_minor():
    judged = judge(tig_plan(age=17), post())

    assert judged.bucket is Bucket.SET_ASIDE
    assert not can_hold(judged).is_allowed
    assert judged.reasons[0].source == "art. L. 122-1 du code de la justice pénale des mineurs"


@pytest.mark.parametrize(
    ("age", "low", "high", "expected"),
    [
        (34, None, None, None),
        (34, 18, None, "MET"),
        (30, 18, 30, "MET"),
        (31, 18, 30, "NEAR"),
        (32, 18, 30, "UNMET"),
        (24, 25, None, "NEAR"),
        (23, 25, None, "UNMET"),
        (None, 18, 30, "UNKNOWN"),
    ],
)
def test_an_age_is_accepted_nearly_accepted_or_not(age, low, high, expected):
    assert level("age", bed_plan(age=age), bed(age_min=low, age_max=high)) == expected


@pytest.mark.parametrize(
    ("sex", "genders", "expected"),
    [
        (Sex.F, Gender.ANY, None),
        (Sex.F, Gender.WOMEN, "MET"),
        (Sex.F, Gender.MEN, "UNMET"),
        (Sex.M, Gender.MEN, "MET"),
        (Sex.M, Gender.WOMEN, "UNMET"),
        (None, Gender.WOMEN, "UNKNOWN"),
        (Sex.M, None, "UNKNOWN"),
    ],
)
def test_a_lot_kept_for_men_or_women_says_so(sex, genders, expected):
    assert level("gender", bed_plan(sex=sex), bed(genders=genders)) == expected


def test_a_post_closed_to_women_is_set_aside():
    judged = judge(tig_plan(sex=Sex.F), post(genders=Gender.MEN))

    assert (judged.bucket, judged.reasons[0].sentence) == (Bucket.SET_ASIDE, "réservé aux hommes")


@pytest.mark.parametrize(
    ("wanted", "accepted", "expected"),
    [
        (None, frozenset(), None),
        (Household.SINGLE, frozenset(), None),
        (Household.COUPLE, frozenset(), "UNKNOWN"),
        (Household.COUPLE, COUPLES, "MET"),
        (Household.SINGLE, COUPLES, "UNMET"),
        (Household.COUPLE_WITH_CHILDREN, COUPLES, "UNMET"),
    ],
)
def test_a_household_fits_the_lot_or_not(wanted, accepted, expected):
    assert level("household", bed_plan(household=wanted), bed(households=accepted)) == expected


@pytest.mark.parametrize(
    ("animals", "expected"),
    [(YesNo.YES, "MET"), (YesNo.NO, "UNMET"), (YesNo.UNKNOWN, "UNKNOWN")],
)
def test_an_animal_is_asked_about_only_when_there_is_one(animals, expected):
    assert level("animals", bed_plan(has_animal=True), bed(animals=animals)) == expected
    assert level("animals", bed_plan(), bed(animals=animals)) is None


def test_an_animal_refused_is_almost_right_and_says_what_would_unlock_it():
    judged = judge(bed_plan(has_animal=True), bed(animals=YesNo.NO))

    assert judged.bucket is Bucket.ALMOST
    assert judged.reasons[0].unlock == "trouver une garde pour l'animal"


@pytest.mark.parametrize(
    ("pmr", "expected"),
    [
        (PmrAccess.YES, "MET"),
        (PmrAccess.PARTIAL, "NEAR"),
        (PmrAccess.NO, "UNMET"),
        (PmrAccess.UNKNOWN, "UNKNOWN"),
    ],
)
def test_reduced_mobility_asks_for_access(pmr, expected):
    assert level("access", tig_plan(needs_pmr=True), post(pmr=pmr)) == expected
    assert level("access", tig_plan(), post(pmr=pmr)) is None


def test_ages_are_said_as_one_says_them():
    assert verdict("age", bed_plan(), bed(age_max=50)).sentence == "âge accepté (jusqu'à 50 ans)"
    assert (
        verdict("age", bed_plan(), bed(age_min=18)).sentence == "âge accepté (à partir de 18 ans)"
    )
