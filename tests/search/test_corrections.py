"""A word nobody uses is read as the closest word really used, and the page says so."""

import pytest

from models.codes.services import CareType
from tests import factories
from tests.search.conftest import Ask, Find


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("vileurbane", "villeurbanne"),
        ("Villeurbannne", "villeurbanne"),
        ("horizn", "horizon"),
        ("addictolgie", "addictologie"),
        ("braclet", "bracelet"),
    ],
)
def test_a_typing_mistake_is_corrected_and_told(typed: str, read: str, ask: Ask):
    site = factories.SiteFactory(organization__legal_name="Horizon")
    offer = factories.CareOfferFactory(
        site=site, care_type=CareType.ELSA, description="Bracelet accepté"
    )

    page = ask(typed)

    assert [hit.offer_id for hit in page.hits] == [offer.id]
    assert list(page.corrections.values()) == [read]


def test_a_word_in_use_is_one_of_the_field_where_it_finds_nothing(ask: Ask):
    factories.CareOfferFactory(site__name="Maison de Misson")
    local = factories.SupportOfferFactory(title="Mission locale")

    page = ask("misson local")

    assert [hit.offer_id for hit in page.hits] == [local.id]
    assert page.corrections == {"misson": "mission"}
    assert not ask("misson").corrections


@pytest.mark.parametrize("typed", ["psychologue piscine", "cuisine piscine"])
def test_a_word_of_the_field_is_never_taken_for_another(typed: str, ask: Ask):
    factories.CareOfferFactory(title="Psychologue, cuisine")
    factories.CareOfferFactory(title="Piscine, cuisiner, psychologique")

    assert not ask(typed).corrections


@pytest.mark.parametrize("typed", ["horizons", "Horizon", "horiz", "CSAPA", "69100", "de"])
def test_what_is_right_is_left_alone(typed: str, ask: Ask):
    factories.CareOfferFactory(site__organization__legal_name="Horizon")

    assert not ask(typed).corrections


def test_a_word_like_no_other_finds_nothing_and_is_named(ask: Ask):
    factories.CareOfferFactory()

    page = ask("xylophone")

    assert page.hits == ()
    assert page.total == 0
    assert page.unknown == ("xylophone",)


def test_beside_words_in_use_it_is_named_and_left_out(ask: Ask):
    factories.CareOfferFactory()

    page = ask("csapa xylophone")

    assert page.total == 1
    assert page.unknown == ("xylophone",)


def test_only_published_offers_lend_their_words(ask: Ask):
    factories.CareOfferFactory(title="Zanzibar", publication="DRAFT")

    assert ask("zanzibar").unknown == ("zanzibar",)


def test_the_corrected_word_keeps_its_synonyms(find: Find):
    offer = factories.CareOfferFactory(title="Écoute", care_type=CareType.CSAPA)

    assert find("toxicomnie") == [offer]
