"""What must be avoided, zones, driving, measures."""

import pytest

from app.decisions.judging import Bucket, can_hold, judge
from models.codes.offer import ContactFlag, YesNo
from models.codes.people import MeasureType, Mobility
from models.codes.tig import RiskFlag
from tests.matching.given import level, post, tig_plan, verdict

MINORS = frozenset({ContactFlag.MINORS})
NIGHT = frozenset({ContactFlag.NIGHT})
TOOLS = frozenset({ContactFlag.WEAPONS_OR_TOOLS})
TNR = frozenset({MeasureType.TNR})


@pytest.mark.parametrize(
    ("avoided", "involved", "expected"),
    [
        (frozenset(), MINORS, None),
        (MINORS, frozenset(), "MET"),
        (MINORS, MINORS, "UNMET"),
        (MINORS, TOOLS, "MET"),
        (MINORS, None, "UNKNOWN"),
        (TOOLS, TOOLS, "NEAR"),
        (TOOLS | MINORS, TOOLS | MINORS, "UNMET"),
    ],
)
def test_what_a_post_involves_is_held_against_what_must_be_avoided(avoided, involved, expected):
    assert level("avoided", tig_plan(avoided=avoided), post(contact_flags=involved)) == expected


def test_night_work_is_night_work_however_the_host_said_it():
    by_risk = post(contact_flags=None, risk_flags=frozenset({RiskFlag.NIGHT}))

    assert level("avoided", tig_plan(avoided=NIGHT), by_risk) == "UNMET"


def test_a_post_that_never_said_what_it_involves_does_not_fit_yet():
    judged = judge(tig_plan(avoided=MINORS), post(contact_flags=None))

    assert judged.bucket is Bucket.ALMOST
    assert can_hold(judged).to_check == judged.missed


def test_a_ban_is_lifted_with_a_reason_and_the_manager_is_told():
    holding = can_hold(judge(tig_plan(avoided=MINORS), post(contact_flags=MINORS)))

    assert holding.is_allowed
    assert holding.to_lift
    assert holding.tells_manager


def test_several_flags_are_named_in_one_sentence_always_in_the_same_order():
    both = frozenset({ContactFlag.CASH, ContactFlag.MINORS})
    said = verdict("avoided", tig_plan(avoided=both), post(contact_flags=both))

    assert said.sentence == "à éviter\u00a0: contact avec des mineurs et maniement d'argent"


@pytest.mark.parametrize(
    ("is_inside", "expected"), [(False, "MET"), (True, "UNMET"), (None, "UNKNOWN")]
)
def test_a_site_is_outside_the_forbidden_zone_or_says_it_cannot_tell(is_inside, expected):
    plan = tig_plan(has_exclusion_zones=True)

    assert level("exclusion", plan, post(in_exclusion_zone=is_inside)) == expected


@pytest.mark.parametrize(
    ("is_outside", "expected"), [(False, "MET"), (True, "UNMET"), (None, "UNKNOWN")]
)
def test_a_site_is_inside_the_imposed_zone_or_says_it_cannot_tell(is_outside, expected):
    plan = tig_plan(has_inclusion_zones=True)

    assert level("inclusion", plan, post(outside_inclusion_zone=is_outside)) == expected


def test_a_plan_without_zones_asks_nothing_of_a_site():
    silent = post(in_exclusion_zone=True, outside_inclusion_zone=True)

    assert level("exclusion", tig_plan(), silent) is None
    assert level("inclusion", tig_plan(), silent) is None


def test_a_remote_offer_is_in_no_zone():
    plan = tig_plan(has_exclusion_zones=True, has_inclusion_zones=True)

    assert level("exclusion", plan, post(is_remote=True)) == "MET"
    assert level("inclusion", plan, post(is_remote=True)) == "MET"


@pytest.mark.parametrize(
    ("driving", "expected"),
    [(YesNo.NO, "MET"), (YesNo.YES, "UNMET"), (YesNo.UNKNOWN, "UNKNOWN")],
)
def test_nobody_under_a_driving_ban_is_asked_to_drive(driving, expected):
    banned = tig_plan(driving_is_banned=True)

    assert level("driving_ban", banned, post(requires_driving=driving)) == expected
    assert level("driving", banned, post(requires_driving=driving)) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"may_drive": True}, "MET"),
        ({"may_drive": False}, "UNMET"),
        ({}, "UNKNOWN"),
        ({"mobility": Mobility.LICENCE_NO_CAR}, "MET"),
        ({"mobility": Mobility.SUSPENDED_LICENCE, "may_drive": True}, "UNMET"),
    ],
)
def test_a_post_that_drives_asks_for_a_licence(changes, expected):
    driving = post(requires_driving=YesNo.YES)

    assert level("driving", tig_plan(**changes), driving) == expected


def test_a_licence_without_a_car_is_not_enough_where_ones_own_is_needed():
    own_car = post(requires_own_vehicle=YesNo.YES)

    assert level("driving", tig_plan(mobility=Mobility.LICENCE_NO_CAR), own_car) == "UNMET"
    assert level("driving", tig_plan(mobility=Mobility.CAR), own_car) == "MET"


@pytest.mark.parametrize(
    ("accepts", "expected"),
    [(YesNo.YES, "MET"), (YesNo.NO, "UNMET"), (YesNo.UNKNOWN, "UNKNOWN")],
)
def test_unpaid_work_before_trial_asks_whether_the_host_takes_it(accepts, expected):
    assert level("unpaid_work", tig_plan(measures=TNR), post(accepts_tnr=accepts)) == expected
    assert level("unpaid_work", tig_plan(), post(accepts_tnr=accepts)) is None


def test_a_measure_the_host_does_not_receive_is_named():
    said = verdict("measures", tig_plan(measures=TNR), post(measures_refused=TNR))

    assert said.sentence == "mesure non accueillie (Travail non rémunéré)"
