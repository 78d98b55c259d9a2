"""Filters narrow one another; what an offer does not say never hides it."""

import datetime as dt
from typing import Any

import pytest

from models.base import now
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Band, Family, Weekday, YesNo
from models.codes.organization import PmrAccess
from models.codes.tig import TigActivity
from search.engine import Audience, Place
from tests import factories
from tests.search_engines.conftest import Ask, Find

HERE = Place(4.8795, 45.7665)
ELSEWHERE = {"site__public_point": factories.point(4.39, 45.44), "site__department_code": "42"}
POST = factories.TigPostFactory
BED = factories.HousingOfferFactory


def days_ago(count: int) -> dt.datetime:
    return now() - dt.timedelta(days=count)


FILTERS: dict[str, tuple[dict[str, Any], Any, dict[str, Any], dict[str, Any]]] = {
    "department": ({"department_code": "69"}, POST, {}, ELSEWHERE),
    "place": ({"place": HERE}, POST, {}, ELSEWHERE),
    "family": ({"families": frozenset({Family.TIG})}, POST, {"family": "TIG"}, {"family": "STAGE"}),
    "type": (
        {"type_codes": frozenset({"PEINTURE_BATIMENT", "NUMERIQUE"})},
        POST,
        {"activity": TigActivity.NUMERIQUE},
        {"activity": TigActivity.ANIMAUX},
    ),
    "days": (
        {"days": frozenset({Weekday.SAT, Weekday.SUN})},
        POST,
        {"days": [Weekday.SAT]},
        {"days": [Weekday.MON]},
    ),
    "days unsaid": ({"days": frozenset({Weekday.SAT})}, POST, {}, {"days": [Weekday.MON]}),
    "bands": (
        {"bands": frozenset({Band.EVENING})},
        POST,
        {"bands": [Band.EVENING, Band.MORNING]},
        {"bands": [Band.MORNING]},
    ),
    "admission": (
        {"admissions": frozenset({AdmissionChannel.SANS_RDV})},
        BED,
        {"admission": AdmissionChannel.SANS_RDV},
        {},
    ),
    "tag": (
        {"audience": Audience(wears_tag=True)},
        BED,
        {"tag_compatible": YesNo.UNKNOWN},
        {"tag_compatible": YesNo.NO},
    ),
    "pmr": (
        {"audience": Audience(needs_pmr=True)},
        BED,
        {"site__pmr_access": PmrAccess.PARTIAL},
        {"site__pmr_access": PmrAccess.NO},
    ),
    "minor": (
        {"audience": Audience(is_minor=True)},
        POST,
        {"accepts_minors": True},
        {"accepts_minors": False},
    ),
    "siao": ({"with_siao": False}, BED, {}, {"is_siao_only": True}),
    "siao by admission": ({"with_siao": False}, BED, {}, {"admission": AdmissionChannel.SIAO}),
    "fresh": (
        {"is_fresh": True},
        POST,
        {"verified_at": days_ago(59)},
        {"verified_at": days_ago(61)},
    ),
    "fresh bed": (
        {"is_fresh": True},
        BED,
        {"verified_at": days_ago(6)},
        {"verified_at": days_ago(8)},
    ),
    "fresh as agreed": (
        {"is_fresh": True},
        BED,
        {"verified_at": days_ago(8), "confirm_days": 10},
        {"verified_at": None},
    ),
}


@pytest.mark.parametrize(("filters", "factory", "kept", "dropped"), FILTERS.values(), ids=FILTERS)
def test_a_filter_keeps_and_drops(filters, factory, kept, dropped, find: Find):
    offer = factory(**kept)
    factory(**dropped)

    assert find(**filters) == [offer]


@pytest.mark.parametrize("around", [{}, {"place": HERE}], ids=["everywhere", "around"])
@pytest.mark.parametrize("filters", [given[0] for given in FILTERS.values()], ids=FILTERS)
def test_words_never_loosen_a_filter(filters, around, ask: Ask):
    """A AND B OR C once dropped the other filters as soon as text was typed (design §11)."""
    for _, factory, kept, dropped in FILTERS.values():
        for given in (kept, dropped):
            factory(title="Jardin", description="foyer", **given)

    said = ask("jardin", size=100, **around | filters)
    unsaid = ask(size=100, **around | filters)

    assert {hit.offer_id for hit in said.hits} == {hit.offer_id for hit in unsaid.hits}
    assert (said.total, said.type_counts) == (unsaid.total, unsaid.type_counts)


def test_counts_by_family_follow_the_other_filters(ask: Ask):
    POST.create_batch(3)
    BED.create_batch(2)
    BED(housing_type=HousingType.CHRS)
    POST(**ELSEWHERE)

    page = ask(place=HERE, families=frozenset({Family.LOGEMENT}), type_codes=frozenset({"CHRS"}))

    assert page.total == 1
    assert page.family_counts == {Family.TIG: 3, Family.LOGEMENT: 3}
    assert page.type_counts[Family.LOGEMENT, "CHRS"] == 1


@pytest.mark.parametrize("publication", ["DRAFT", "SUSPENDED", "CLOSED"])
def test_what_is_not_published_is_never_found(publication: str, find: Find):
    POST(title="Jardin", publication=publication)

    assert find() == []
    assert find("TIG") == []
