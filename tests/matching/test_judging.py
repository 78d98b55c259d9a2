"""Buckets, reasons on a card, and what holding a place costs."""

import pytest

from app.decisions.judging import Bucket, can_hold, judge
from app.decisions.references import cite
from app.decisions.rules import RULES
from app.decisions.verdicts import Level, RuleClass
from models.codes.claims import LotState
from models.codes.offer import Gender, YesNo
from models.codes.tig import RiskFlag
from tests.matching.given import TODAY, bed, bed_plan, employed_plan, post, tig_plan


def test_a_post_that_meets_everything_fits_and_is_held_without_a_word():
    judged = judge(tig_plan(), post())

    assert judged.bucket is Bucket.FITS
    assert judged.missed == ()
    assert can_hold(judged) == can_hold(judge(bed_plan(), bed()))


def test_a_card_that_fits_shows_its_two_best_reasons():
    shown = [v.sentence for v in judge(employed_plan(), post()).reasons]

    assert shown == ["horaires possibles (le samedi)", "12 h par semaine possibles avec l'emploi"]


def test_a_card_that_does_not_fit_shows_the_one_thing_that_blocks_most():
    far_and_full = judge(tig_plan(), post(distance_km=60, free=0))

    assert [v.criterion for v in far_and_full.reasons] == ["places"]


def test_a_miss_that_sets_aside_is_shown_before_one_that_only_comes_near():
    siao_and_for_women = judge(bed_plan(), bed(via_siao=True, genders=Gender.WOMEN))

    assert [v.criterion for v in siao_and_for_women.missed] == ["gender", "channel"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"distance_km": 12}, Bucket.ALMOST),
        ({"distance_km": 13, "hours_max": 90}, Bucket.ALMOST),
        ({"distance_km": 10.5, "hours_max": 20}, Bucket.ALMOST),
        ({"distance_km": 60}, Bucket.SET_ASIDE),
        ({"hours_max": 20}, Bucket.ALMOST),
        ({"hours_max": 20, "requires_own_vehicle": YesNo.YES}, Bucket.SET_ASIDE),
    ],
)
def test_near_misses_and_one_practical_miss_are_almost_right(changes, expected):
    plan = tig_plan(max_travel_min=90)

    assert judge(plan, post(**changes)).bucket is expected


def test_a_practical_miss_is_lifted_with_a_reason_and_nobody_else_is_told():
    holding = can_hold(judge(tig_plan(), post(hours_max=20)))

    assert [v.criterion for v in holding.to_lift] == ["amount"]
    assert holding.to_lift
    assert (holding.is_allowed, holding.tells_manager) == (True, False)


def test_what_nobody_has_told_us_is_listed_apart():
    judged = judge(tig_plan(), post(free=None, state=LotState.ASSESSMENT))

    assert [v.sentence for v in judged.unknowns] == ["évaluation nécessaire"]


def test_every_criterion_is_asked_once():
    names = [rule.criterion for rule in RULES]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.criterion)
def test_a_legal_or_court_rule_rests_on_a_text_in_force(rule):
    assert bool(cite(rule.reference, TODAY)) or rule.rule_class is RuleClass.PRACTICAL


def test_every_miss_says_what_would_unlock_it_when_it_is_near():
    judged = judge(
        bed_plan(wears_tag=True, needs_pmr=True),
        bed(tag=YesNo.CASE_BY_CASE, owner_agreement=YesNo.YES, distance_km=21),
    )

    near = [v for v in judged.verdicts if v.level is Level.NEAR]

    assert len(near) == 3
    assert all(v.unlock for v in near)


def test_a_medical_check_is_a_task_that_never_sets_a_post_aside():
    risky = post(risk_flags=frozenset({RiskFlag.SPECIAL_RISK_R4624_23}))

    assert judge(tig_plan(), risky).bucket is Bucket.FITS
