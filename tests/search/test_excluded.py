"""Words after a dash or « sans » are kept out; a very name that holds some is still found."""

import pytest

from tests import factories
from tests.search.conftest import Ask, Find


@pytest.fixture
def offers(session):
    return [
        factories.SupportOfferFactory(title="Atelier cuisine", description="Repas et couture"),
        factories.SupportOfferFactory(title="Atelier mécanique", description="Vélos"),
    ]


@pytest.mark.parametrize(
    "words", ["atelier -cuisine", "atelier sans cuisine", "atelier sans la couture"]
)
def test_an_excluded_word_keeps_an_offer_out(words: str, offers, find: Find, ask: Ask):
    assert find(words) == offers[1:]
    assert ask(words).excluded


def test_an_excluded_word_alone_leaves_the_others(offers, find: Find):
    assert find("-cuisine") == offers[1:]


def test_a_hyphen_excludes_nothing(offers, ask: Ask):
    assert not ask("saint-priest atelier - cuisine").excluded


def test_sans_may_belong_to_what_is_said(ask: Ask):
    page = ask("sans abri")

    assert not page.excluded
    assert page.synonyms


@pytest.mark.parametrize("title", ["Café sans alcool", "Sans détour"])
def test_its_very_name_finds_it(title: str, find: Find):
    offer = factories.SupportOfferFactory(title=title)

    assert find(title) == [offer]
