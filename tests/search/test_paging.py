"""Pages follow one another by key: every offer once, whatever the order."""

import pytest

from search.engine import COUNTS_CAP, Place
from search.postgresql import ordering
from tests import factories
from tests.search.conftest import Ask
from tests.search_engines.paging import every_page, is_each_once

HERE = Place(4.8795, 45.7665)


def spread(count: int) -> set[int]:
    """Offers with and without the word in their name, two by two at the same spot."""
    return {
        factories.TigPostFactory(
            title="Cuisine" if number % 3 else "Entretien de la cuisine",
            nature_of_work="Travaux de bibliothèque" if number % 4 else "Bibliothèque",
            site__public_point=factories.point(4.88 + number // 2 / 100, 45.76),
        ).id
        for number in range(count)
    }


@pytest.mark.parametrize("block", [1, 500])
@pytest.mark.parametrize("place", [None, HERE])
@pytest.mark.parametrize("words", ["", "cuisine", "bibliothèque"])
def test_every_offer_is_shown_once(words, place, block, ask: Ask, monkeypatch):
    monkeypatch.setattr(ordering, "BLOCK", block)
    offers = spread(11)
    filters = {"words": words, "place": place, "radius_km": 50, "size": 3}

    assert is_each_once(every_page(ask, **filters), offers)


@pytest.mark.parametrize(
    "key",
    ["", "x", "0_0_0_0", "9_0_1", "0_nan_1", "0_1e999_1", "0_-_1", "1_2_3'; --", "0_0_" + "9" * 40],
)
def test_a_key_that_was_tampered_with_gives_the_first_page(key: str, ask: Ask):
    offers = spread(2)

    assert {hit.offer_id for hit in ask(after=key).hits} == offers


def test_the_last_page_has_no_next(ask: Ask):
    spread(3)

    assert ask(size=3).next_key is None
    assert ask(size=2).next_key is not None


def test_a_total_past_the_cap_says_so(ask: Ask, monkeypatch):
    monkeypatch.setattr("search.page.COUNTS_CAP", 2)
    spread(3)

    page = ask()

    assert (page.total, page.is_capped) == (3, True)
    assert COUNTS_CAP == 10_000
