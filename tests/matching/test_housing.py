"""Beds: the SIAO's door, the tag, the owner's agreement, the stay."""

import pytest

from app.decisions.judging import Bucket, can_hold, judge
from models.codes.offer import AdmissionChannel, YesNo
from tests.matching.given import bed, bed_plan, level, post, tig_plan


@pytest.mark.parametrize(
    "door",
    [
        {"via_siao": True},
        {"admission": AdmissionChannel.SIAO},
        {"admission": AdmissionChannel.EMERGENCY_115},
    ],
)
def test_a_siao_bed_is_found_and_never_held(door):
    judged = judge(bed_plan(), bed(**door))

    assert judged.bucket is Bucket.ALMOST
    assert judged.reasons[0].unlock == "déposer une demande au SIAO"
    assert not can_hold(judged).is_allowed


def test_a_bed_of_direct_admission_is_held():
    assert can_hold(judge(bed_plan(), bed())).is_allowed


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (YesNo.YES, "MET"),
        (YesNo.NO, "UNMET"),
        (YesNo.CASE_BY_CASE, "NEAR"),
        (YesNo.UNKNOWN, "UNKNOWN"),
    ],
)
def test_a_tag_is_asked_of_a_bed_only_when_there_is_one(tag, expected):
    assert level("tag", bed_plan(wears_tag=True), bed(tag=tag)) == expected
    assert level("tag", bed_plan(), bed(tag=tag)) is None


def test_a_tag_never_closes_a_tig_post():
    judged = judge(tig_plan(wears_tag=True), post(tag=YesNo.NO, owner_agreement=YesNo.NO))

    assert judged.bucket is Bucket.FITS


@pytest.mark.parametrize(
    ("has_proof", "possible", "expected"),
    [
        (True, YesNo.NO, "MET"),
        (False, YesNo.YES, "NEAR"),
        (False, YesNo.CASE_BY_CASE, "NEAR"),
        (False, YesNo.NO, "UNMET"),
        (False, YesNo.UNKNOWN, "NEAR"),
    ],
)
def test_a_tag_away_from_home_needs_the_owners_written_agreement(has_proof, possible, expected):
    plan = bed_plan(wears_tag=True, has_owner_agreement=has_proof)

    assert level("owner_agreement", plan, bed(owner_agreement=possible)) == expected


def test_a_missing_agreement_is_almost_right_and_the_bed_can_be_held_meanwhile():
    tagged = bed_plan(wears_tag=True)
    judged = judge(tagged, bed(tag=YesNo.YES, owner_agreement=YesNo.YES))

    assert judged.bucket is Bucket.ALMOST
    assert judged.reasons[0].sentence == "accord écrit du bailleur manquant"
    assert judged.reasons[0].source == "art. R. 622-4 du code pénitentiaire"
    assert can_hold(judged).is_allowed


@pytest.mark.parametrize(
    ("wanted", "changes", "expected"),
    [
        (None, {"stay_max_days": 90}, None),
        (90, {}, None),
        (90, {"stay_max_days": 90}, "MET"),
        (91, {"stay_max_days": 90}, "UNMET"),
        (91, {"stay_max_days": 90, "is_renewable": True}, "NEAR"),
        (29, {"stay_min_days": 30}, "UNMET"),
        (30, {"stay_min_days": 30}, "MET"),
    ],
)
def test_the_stay_wanted_lies_between_the_shortest_and_the_longest(wanted, changes, expected):
    assert level("stay", bed_plan(stay_days=wanted), bed(**changes)) == expected
