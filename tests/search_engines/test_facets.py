"""Counts of facets are those one would make by hand, the other filters kept (design §11)."""

import datetime as dt
import random
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from models.base import today
from models.codes.languages import Language
from models.codes.offer import AdmissionChannel, Band, Cost, Gender, Weekday
from models.codes.people import AcceptedMeasure
from search.engine import YES, Audience, Axis, SearchRequest, Window
from tests.properties.profiles import PROFILE
from tests.search_engines.brute import CHECKS
from tests.search_engines.drawn import draw

WINDOW = Window(today(), today() + dt.timedelta(days=3))


def few(codes):
    return some.frozensets(some.sampled_from(list(codes)), max_size=2)


audiences = some.builds(
    Audience,
    gender=some.sampled_from([None, Gender.MEN, Gender.WOMEN]),
    is_couple=some.booleans(),
    with_children=some.booleans(),
    is_minor=some.booleans(),
    with_animal=some.booleans(),
    needs_pmr=some.booleans(),
    wears_tag=some.booleans(),
)
requests = some.builds(
    SearchRequest,
    audience=some.one_of(some.just(Audience()), audiences),
    measures=few(AcceptedMeasure),
    days=few(Weekday),
    bands=few(Band),
    admissions=few(list(AdmissionChannel)[:4]),
    languages=few([Language.EN, Language.AR, Language.LSF]),
    costs=few(Cost),
    with_driving=some.booleans(),
    with_siao=some.booleans(),
    is_fresh=some.booleans(),
    free_in=some.sampled_from([None, WINDOW]),
    size=some.just(100),
)


def asking(request: SearchRequest, axis: Axis, value: str) -> SearchRequest:
    """The request with this value alone on this axis."""
    audience = request.audience
    if axis is Axis.GENDER:
        return replace(request, audience=replace(audience, gender=Gender(value)))
    of_audience: dict[Axis, Any] = {
        Axis.COUPLE: "is_couple",
        Axis.CHILDREN: "with_children",
        Axis.MINOR: "is_minor",
        Axis.ANIMAL: "with_animal",
        Axis.PMR: "needs_pmr",
        Axis.TAG: "wears_tag",
    }
    if axis in of_audience:
        asked: dict[str, Any] = {of_audience[axis]: True}
        return replace(request, audience=replace(audience, **asked))
    changed: dict[Axis, Any] = {
        Axis.MEASURE: {"measures": frozenset({value})},
        Axis.DAY: {"days": frozenset({value})},
        Axis.BAND: {"bands": frozenset({value})},
        Axis.ADMISSION: {"admissions": frozenset({value})},
        Axis.LANGUAGE: {"languages": frozenset({value})},
        Axis.COST: {"costs": frozenset({value})},
        Axis.NO_DRIVING: {"with_driving": False},
        Axis.NO_SIAO: {"with_siao": False},
        Axis.FRESH: {"is_fresh": True},
        Axis.FREE: {"free_in": request.free_in or Window(today(), today())},
    }
    return replace(request, **changed[axis])


def test_every_facet_is_counted_as_by_hand(session, engine):
    dice = random.Random(4)
    offers = [draw(dice) for _ in range(60)]
    session.commit()

    @settings(PROFILE, max_examples=60)
    @given(request=requests)
    def counts_are_true(request):
        page = engine.search(session, request)
        kept = {one.offer.id for one in offers if all(one.keeps(axis, request) for axis in CHECKS)}

        assert {hit.offer_id for hit in page.hits} == kept
        assert page.total == len(kept) == sum(page.family_counts.values())
        for (axis, value), count in page.facets.items():
            wanted = asking(request, axis, value)
            by_hand = sum(all(one.keeps(each, wanted) for each in CHECKS) for one in offers)
            assert count == by_hand, (axis, value)

    counts_are_true()


def test_counts_follow_the_other_filters_and_not_their_own(session, ask):
    dice = random.Random(5)
    for _ in range(40):
        draw(dice)

    unasked = ask().facets
    asked = ask(costs=frozenset({Cost.FREE})).facets

    assert asked[Axis.COST, "PAID"] == unasked[Axis.COST, "PAID"] > 0
    assert asked[Axis.ANIMAL, YES] < unasked[Axis.ANIMAL, YES]
