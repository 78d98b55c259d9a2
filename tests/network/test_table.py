"""The table of the network: what it says, its orders, its pages, who reads it."""

import datetime as dt
import re

import pytest

from models.base import now
from models.codes.network import Sign
from tests.factories import (
    CoordinatorFactory,
    TigPostFactory,
)
from tests.factories.network import OfferStateFactory

HERE = {"territoire": "departement-69"}


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def titles(page: str, *names: str) -> list[str]:
    """These names in the order the page gives them."""
    table = page[page.index("Tableau des offres") :]
    return sorted((name for name in names if name in table), key=table.index)


def test_an_offer_says_in_words_all_that_the_map_draws(coordinator):
    post = TigPostFactory()
    OfferStateFactory(offer=post, sign=Sign.FREE, free=2)

    page = coordinator.get("network.index", **HERE)

    for words in (
        post.title,
        post.organization.legal_name,
        "Villeurbanne",
        "Places libres",
        "Espaces verts",
        "TIG",
    ):
        assert words in page
    assert "1 offre" in page


def test_what_is_not_known_is_never_zero(coordinator):
    OfferStateFactory(title="Verger", sign=Sign.UNKNOWN, free=None, verified_at=None)

    page = coordinator.get("network.index", **HERE)

    row = page[page.rindex("Verger") :]
    assert "À confirmer inconnu" in row
    assert "jamais" in row


def test_what_is_suspended_has_no_free_place_and_says_so(coordinator):
    OfferStateFactory(title="Verger", sign=Sign.SUSPENDED, free=0)

    page = coordinator.get("network.index", **HERE)

    assert "Suspendu 0" in page[page.rindex("Verger") :]


@pytest.mark.parametrize(
    ("tri", "expected"),
    [
        ("libres", ["Beta", "Alpha", "Gamma"]),
        ("-libres", ["Alpha", "Beta", "Gamma"]),
        ("offre", ["Alpha", "Beta", "Gamma"]),
        ("-offre", ["Gamma", "Beta", "Alpha"]),
        ("etat", ["Alpha", "Beta", "Gamma"]),
        ("confirmation", ["Gamma", "Beta", "Alpha"]),
        ("structure", ["Alpha", "Beta", "Gamma"]),
        ("habilitation", ["Alpha", "Beta", "Gamma"]),
    ],
)
def test_any_column_sorts_and_nothing_said_comes_last(coordinator, tri, expected):
    for name, free, sign, days in (("Alpha", 5, Sign.FREE, None), ("Beta", 1, Sign.LAST, 1)):
        at = now() - dt.timedelta(days=days) if days else None
        OfferStateFactory(title=name, free=free, sign=sign, verified_at=at)
    long_ago = now() - dt.timedelta(days=9)
    OfferStateFactory(title="Gamma", free=None, sign=Sign.UNKNOWN, verified_at=long_ago)

    page = coordinator.get("network.index", tri=tri, **HERE)

    assert titles(page, "Alpha", "Beta", "Gamma") == expected


def test_an_order_that_is_not_offered_is_refused_in_french(coordinator):
    page = coordinator.get("network.index", status=422, tri="password", **HERE)

    assert "Le tableau ne se trie pas ainsi" in page


def walk(coordinator, address, rel):
    """The offers of each page by its address, from link to link."""
    pages: dict[str, list[str]] = {}
    while address not in (None, *pages):
        text = coordinator.open_address("GET", address).text
        pages[address] = re.findall(r'rowheader"><a href="/offres/(\d+)"', text)
        following = re.search(rf'rel="{rel}" href="([^"]+)#tableau"', text)
        address = following and following[1].replace("&amp;", "&")
    return pages


@pytest.mark.parametrize(
    "tri", ["commune", "-commune", "libres", "-libres", "confirmation", "etat"]
)
def test_pages_by_key_show_each_offer_once_and_as_many_as_are_said(coordinator, tri):
    offers = [
        OfferStateFactory(
            free=n % 3 if n % 7 else None,
            verified_at=now() - dt.timedelta(n % 5) if n % 4 else None,
        )
        for n in range(120)
    ]
    forth = walk(coordinator, f"/reseau?territoire=departement-69&tri={tri}", "next")
    back = walk(coordinator, list(forth)[-1], "prev")

    seen = [offer_id for page in forth.values() for offer_id in page]
    assert "120 offres" in coordinator.get("network.index", tri=tri, **HERE)
    assert sorted(seen) == sorted(str(state.offer_id) for state in offers)
    assert list(back.items()) == list(forth.items())[::-1]


@pytest.mark.parametrize("key", ["0", "x", "1.9999999999999999", "1.", "-4.a", "9" * 300, "1.\x00"])
def test_a_key_that_was_tampered_with_leads_somewhere(coordinator, key):
    OfferStateFactory()

    for tri in ("libres", "confirmation", "offre"):
        coordinator.get("network.index", tri=tri, apres=key, **HERE)
