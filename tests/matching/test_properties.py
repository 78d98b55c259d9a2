"""What holds for any plan and any offer, whatever is known of them."""

import dataclasses
import datetime as dt
import random
from collections.abc import Set
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from app.decisions.facts import Accreditation, OfferFacts, PlanFacts
from app.decisions.judging import Bucket, can_hold, judge
from app.decisions.ranking import order, rank
from app.decisions.verdicts import Level, RuleClass
from models.codes.offer import Family
from tests.matching.given import bed, bed_plan, post, tig_plan

DAYS = some.dates(dt.date(2026, 1, 1), dt.date(2029, 12, 31))
some.register_type_strategy(dt.date, DAYS)
some.register_type_strategy(int, some.integers(0, 500))
some.register_type_strategy(float, some.floats(0, 100))


def described(cls: type[Any], **fixed: Any) -> some.SearchStrategy[Any]:
    """Any value of these facts, drawn from the types of their fields."""
    return some.builds(
        cls,
        **{
            field.name: fixed.get(field.name, some.from_type(field.type))  # type: ignore[arg-type]
            for field in dataclasses.fields(cls)
        },
    )


PLANS = described(PlanFacts, family=some.sampled_from([Family.TIG, Family.LOGEMENT]))
OFFERS = described(
    OfferFacts,
    offer_id=some.integers(1, 5),
    lot_id=some.integers(1, 10**6),
    family=some.sampled_from([Family.TIG, Family.LOGEMENT]),
    accreditations=some.lists(some.builds(Accreditation), max_size=3).map(tuple),
)
LOTS = some.builds(
    post,
    offer_id=some.integers(1, 4),
    lot_id=some.integers(1, 10**6),
    free=some.sampled_from([None, 0, 1, 5]),
    distance_km=some.sampled_from([None, 1.0, 4.0, 11.0, 60.0]),
    recent_load=some.integers(0, 3),
)
BRIEFLY = settings(max_examples=60, deadline=None)


@BRIEFLY
@given(PLANS, OFFERS)
def test_any_plan_and_any_offer_can_be_judged_twice_alike(plan, offer):
    assert judge(plan, offer) == judge(plan, offer)


@BRIEFLY
@given(PLANS, OFFERS)
def test_a_legal_rule_that_does_not_hold_is_never_holdable(plan, offer):
    judged = judge(plan, offer)

    legal = [v for v in judged.verdicts if v.rule_class is RuleClass.LEGAL]
    missed = [v for v in legal if v.level in (Level.UNMET, Level.NEAR)]

    assert can_hold(judged).is_allowed is not bool(missed)
    assert not (missed and judged.bucket is Bucket.FITS)


@BRIEFLY
@given(PLANS, OFFERS)
def test_every_verdict_speaks_and_every_set_aside_offer_has_a_reason(plan, offer):
    judged = judge(plan, offer)

    assert all(v.sentence for v in judged.verdicts)
    assert all(v.unlock for v in judged.verdicts if v.level is Level.NEAR)
    assert (judged.bucket is Bucket.FITS) == (not judged.missed)


@BRIEFLY
@given(some.lists(LOTS, max_size=8, unique_by=lambda lot: lot.lot_id), some.randoms())
def test_the_order_does_not_depend_on_the_order_of_arrival(
    offers: list[OfferFacts], dice: random.Random
) -> None:
    plan = tig_plan()
    judged = [judge(plan, offer) for offer in offers]
    shuffled = dice.sample(judged, len(judged))

    assert rank(plan, judged) == rank(plan, shuffled)
    assert len({order(one) for one in rank(plan, judged)}) == len(offers)


def unknown_everywhere(facts: Any, kept: Set[str]) -> Any:
    """The same facts with everything optional put back to what nobody has said."""
    blank = {
        field.name: field.default
        for field in dataclasses.fields(facts)
        if field.default is not dataclasses.MISSING and field.name not in kept
    }
    return dataclasses.replace(facts, **blank)


def test_an_offer_nobody_described_is_neither_refused_nor_promised():
    for plan, offer in ((tig_plan(), post()), (bed_plan(), bed())):
        judged = judge(plan, unknown_everywhere(offer, {"offer_id"}))

        assert judged.bucket is not Bucket.SET_ASIDE
        assert not [v for v in judged.verdicts if v.level is Level.UNMET]
        assert "places" in {v.criterion for v in judged.unknowns}
