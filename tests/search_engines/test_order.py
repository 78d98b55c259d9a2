"""One visible rule: words in names, words in text, whole kilometres, free places, freshness, id."""

import datetime as dt

import pytest

from models.base import now
from models.codes.offer import Family
from models.codes.services import CareType
from search.engine import Place
from tests import factories
from tests.search_engines.conftest import Ask, Find
from tests.search_engines.paging import every_page, is_each_once

HERE = Place(4.8795, 45.7665)
NEAR, SAME_KM, FAR = (factories.point(4.8795 + east, 45.7665) for east in (0.001, 0.009, 0.03))


def post(at, *, free: bool | None = None, age_days: int = 0, **given):
    """A post at a point; `free` when its places are counted."""
    offer = factories.TigPostFactory(
        site__public_point=at, verified_at=now() - dt.timedelta(days=age_days), **given
    )
    if free is not None:
        factories.LotFactory(offer=offer, places=int(free))
    return offer


def test_names_come_first_then_distance_then_free_places_then_freshness(find: Find):
    text = post(NEAR, title="Cuisine", nature_of_work="Gymnase", free=True)
    far = post(FAR, title="Gymnase Est", free=True)
    full = post(NEAR, title="Gymnase Nord", free=False)
    untold = post(NEAR, title="Gymnase Sud")
    stale = post(SAME_KM, title="Gymnase Ouest", free=True, age_days=400)
    due = post(SAME_KM, title="Gymnase Centre", free=True, age_days=70)
    fresh = post(SAME_KM, title="Gymnase Gare", free=True)

    order = [fresh, due, stale, untold, full, far, text]
    assert find("gymnase", place=HERE) == order
    assert find("gymnase", place=HERE, families=frozenset({Family.TIG})) == order


def test_what_is_stale_is_lower_and_never_hidden(find: Find):
    stale, never, fresh = post(NEAR, age_days=900), post(NEAR), post(NEAR)
    never.verified_at = None

    assert find(place=HERE) == [fresh, stale, never]
    assert find() == [fresh, stale, never]


def test_a_kind_comes_before_what_only_bears_its_name(find: Find):
    bed = factories.HousingOfferFactory(title="CSAPA résidentiel du Parc")
    factories.LotFactory(offer=bed)
    clinic = factories.CareOfferFactory(title="Consultation du Parc", care_type=CareType.CSAPA)

    assert find("csapa") == [clinic, bed]


def test_a_page_repeats_and_loses_nothing_while_places_and_words_change(session, ask: Ask):
    """Whatever is held or confirmed between two pages only moves what was not shown yet."""
    offers = [
        post(NEAR if number % 2 else SAME_KM, free=number % 3 == 0, age_days=number * 40)
        for number in range(14)
    ]
    last, middle = offers[-1], offers[7]
    pages = [ask(place=HERE, size=4)]
    shown = [hit.offer_id for hit in pages[0].hits]

    for change in range(3):
        first = session.get_one(type(last), shown[0])
        first.verified_at = None if change % 2 else now()
        for offer in (last, middle, offers[change]):
            offer.verified_at = now() - dt.timedelta(days=change)
            factories.LotFactory(offer=offer, places=change % 2)
        pages.append(ask(place=HERE, size=4, after=pages[-1].next_key))
        shown += [hit.offer_id for hit in pages[-1].hits]

    assert sorted(shown) == sorted(offer.id for offer in offers)
    assert pages[-1].next_key is None


def test_without_a_place_pages_follow_each_other_too(ask: Ask):
    posts = [post(NEAR, age_days=number * 30, free=bool(number % 2)) for number in range(7)]
    offers = {offer.id for offer in posts}
    first = ask(size=3)
    for offer in posts:
        factories.LotFactory(offer=offer, places=int(offer.id == first.hits[0].offer_id))
    second = ask(size=3, after=first.next_key)
    third = ask(size=3, after=second.next_key)

    shown = [hit.offer_id for page in (first, second, third) for hit in page.hits]
    assert (len(shown), set(shown)) == (7, offers)


@pytest.mark.parametrize("place", [None, HERE], ids=["everywhere", "around"])
def test_every_offer_is_shown_once_over_the_pages(place, ask: Ask):
    offers = {
        factories.TigPostFactory(
            title="Cuisine" if number % 3 else "Entretien de la cuisine",
            site__public_point=factories.point(4.88 + number // 2 / 100, 45.76),
        ).id
        for number in range(11)
    }
    filters = {"words": "cuisine", "place": place, "radius_km": 50, "size": 3}

    assert is_each_once(every_page(ask, **filters), offers)
