"""Places, windows and kinds."""

import datetime as dt

import pytest

from app.decisions.judging import Bucket, can_hold, judge
from models.codes.claims import LotState
from models.codes.offer import Family, Publication
from tests.matching.given import bed, bed_plan, level, verdict


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"free": 2}, "MET"),
        ({"free": 0}, "UNMET"),
        ({"free": -1}, "UNMET"),
        ({"free": None, "left": 1}, "UNKNOWN"),
        ({"free": None, "left": None}, "UNKNOWN"),
        ({"free": None, "left": 0}, "NEAR"),
        ({"free": None, "left": -1}, "UNMET"),
        ({"free": None, "left": 0, "state": LotState.ASSESSMENT}, "NEAR"),
        ({"free": None, "state": LotState.WAITING_LIST}, "UNKNOWN"),
    ],
)
def test_a_free_place_a_full_lot_and_a_place_to_confirm_are_three_things(changes, expected):
    assert level("places", bed_plan(), bed(**changes)) == expected


def test_a_place_to_confirm_fits_and_may_be_held():
    judged = judge(bed_plan(), bed(free=None, left=1))

    assert judged.bucket is Bucket.FITS
    assert can_hold(judged).is_allowed


def test_a_lot_full_long_ago_is_almost_right_and_held_once_its_host_has_spoken():
    judged = judge(bed_plan(), bed(free=None, left=0))

    assert judged.bucket is Bucket.ALMOST
    assert judged.reasons[0].sentence == "aucune place au dernier compte, à confirmer"
    assert "complet" not in " ".join(one.sentence for one in judged.verdicts)
    assert not can_hold(judged).is_allowed


def test_a_full_lot_is_set_aside_and_never_held_and_says_when_to_wait_for():
    judged = judge(bed_plan(), bed(free=0, next_free_on=dt.date(2027, 4, 2)))

    assert judged.bucket is Bucket.SET_ASIDE
    assert not can_hold(judged).is_allowed
    assert judged.reasons[0].unlock == "attendre la place du 2 avril 2027"


def test_what_is_free_is_shown_as_the_sum_that_makes_it():
    said = verdict("places", bed_plan(), bed(free=1, sum_label="4 places, 3 placements = 1 libre"))

    assert said.sentence == "4 places, 3 placements = 1 libre"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "MET"),
        ({"entry_from": dt.date(2027, 3, 17)}, "MET"),
        ({"entry_from": dt.date(2027, 3, 18)}, "NEAR"),
        ({"entry_from": dt.date(2027, 3, 31)}, "NEAR"),
        ({"entry_from": dt.date(2027, 4, 1)}, "UNMET"),
        ({"entry_until": dt.date(2027, 3, 2)}, "UNMET"),
        ({"entry_until": dt.date(2027, 3, 3)}, "MET"),
        ({"lead_time_days": 116}, "MET"),
        ({"lead_time_days": 117}, "NEAR"),
    ],
)
def test_some_day_of_the_window_must_be_open_to_newcomers(changes, expected):
    assert level("window", bed_plan(), bed(**changes)) == expected


def test_a_host_that_opens_after_it_closes_has_no_day_to_offer():
    closed = bed(entry_from=dt.date(2027, 3, 15), entry_until=dt.date(2027, 3, 10))

    assert level("window", bed_plan(), closed) == "UNMET"


def test_a_day_late_is_said_in_days():
    late = verdict("window", bed_plan(), bed(entry_from=dt.date(2027, 3, 18)))

    assert late.sentence == "entrée possible le 18 mars 2027, 1 jour trop tard"


def test_an_offer_of_another_family_is_set_aside():
    assert judge(bed_plan(), bed(family=Family.SANTE)).bucket is Bucket.SET_ASIDE


def test_another_kind_than_the_one_wanted_is_almost_right():
    judged = judge(bed_plan(kinds=frozenset({"CHRS"})), bed(kind="RS", kind_label="Résidence"))

    assert judged.bucket is Bucket.ALMOST
    assert judged.reasons[0].sentence == "autre type de place (Résidence)"


@pytest.mark.parametrize("publication", [p for p in Publication if p != Publication.PUBLISHED])
def test_only_a_published_offer_is_proposed(publication):
    assert judge(bed_plan(), bed(publication=publication)).bucket is Bucket.SET_ASIDE
