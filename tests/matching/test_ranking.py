"""The order of offers, and the points that make it."""

import datetime as dt

import pytest

from app.decisions.judging import judge
from app.decisions.ranking import WEIGHTS, best_lots, rank
from tests.matching.given import TODAY, bed, bed_plan, post, tig_plan


def ids(plan, *offers):
    """The ids of the offers in the order shown."""
    ranked = rank(plan, [judge(plan, offer) for offer in offers])
    return [one.judgement.offer.offer_id for one in ranked]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"distance_km": 1.0}, {"distance_km": 6.0}),
        ({"free": 3}, {"free": 1}),
        ({"free": 1}, {"free": None, "left": 0}),
        ({"verified_on": TODAY}, {"verified_on": TODAY - dt.timedelta(days=61)}),
        (
            {"verified_on": TODAY - dt.timedelta(days=60)},
            {"verified_on": TODAY - dt.timedelta(days=61)},
        ),
        ({"verified_on": TODAY - dt.timedelta(days=120)}, {"verified_on": dt.date(2026, 7, 1)}),
        ({"verified_on": TODAY - dt.timedelta(days=400)}, {"verified_on": None}),
        ({"answer_rate": 0.9}, {"answer_rate": 0.2}),
        ({"answer_rate": 0.9}, {"answer_rate": None}),
        ({"recent_load": 0}, {"recent_load": 5}),
        ({"is_remote": True, "distance_km": None}, {"distance_km": 5.0}),
    ],
)
def test_the_better_offer_comes_first_whatever_its_id(better, worse):
    assert ids(tig_plan(), post(offer_id=1, **worse), post(offer_id=2, **better)) == [2, 1]


def test_what_fits_comes_before_what_almost_fits_however_near():
    near_miss = post(offer_id=1, distance_km=0.5, free=3, hours_max=90)

    assert ids(tig_plan(), near_miss, post(offer_id=2, distance_km=9.9)) == [2, 1]


def test_equal_offers_are_ordered_by_id():
    assert ids(tig_plan(), post(offer_id=9), post(offer_id=3), post(offer_id=5)) == [3, 5, 9]


def test_a_week_is_fresh_for_a_bed_and_a_month_is_not():
    fresh = bed(offer_id=2, verified_on=TODAY - dt.timedelta(days=7))
    stale = bed(offer_id=1, verified_on=TODAY - dt.timedelta(days=30))

    assert ids(bed_plan(), stale, fresh) == [2, 1]


def test_the_weights_make_a_hundred_and_each_has_a_french_name():
    assert sum(weight.points for weight in WEIGHTS) == 100
    assert all(weight.label for weight in WEIGHTS)


def test_each_offer_shows_the_points_that_put_it_there():
    (ranked,) = rank(tig_plan(), [judge(tig_plan(), post(free=3, verified_on=TODAY))])

    points = {part.label: part.points_label for part in ranked.parts}

    assert points["Places libres dans la fenêtre"] == "15,0 sur 15"
    assert points["Fraîcheur de la fiche"] == "10,0 sur 10"
    assert ranked.tenths == sum(part.tenths for part in ranked.parts) <= 1000


def test_a_person_has_no_points():
    points = {part.label for part in rank(tig_plan(), [judge(tig_plan(), post())])[0].parts}

    assert points == {weight.label for weight in WEIGHTS}
    assert not any("personne" in label.lower() for label in points)


def test_an_offer_with_several_lots_is_shown_once_by_its_best_lot():
    plan = tig_plan()
    lots = [post(offer_id=7, lot_id=lot, free=free) for lot, free in ((1, 0), (2, 1), (3, 2))]

    shown = best_lots(rank(plan, [judge(plan, lot) for lot in lots]))

    assert [one.judgement.offer.lot_id for one in shown] == [3]
