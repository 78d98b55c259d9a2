"""Anybody of the network searches the directory by words and place, and shares the link."""

import pytest
from playwright.sync_api import expect

from models.codes.offer import Publication
from tests.browser import journey
from tests.factories import CareOfferFactory, SiteFactory, point


@pytest.fixture
def clinic(world):
    """A clinic in Givors, alone of its kind."""
    site = SiteFactory(
        name="Centre de Givors",
        insee_code="69091",
        postal_code="69700",
        public_point=point(4.7697, 45.5906),
        opening_hours="Mo-Fr 09:00-17:00",
        phone="+33472000001",
    )
    offer = CareOfferFactory(site=site, title="Consultation d'addictologie de Givors")
    world.commit()
    yield offer
    offer.publication = Publication.CLOSED
    world.commit()


@pytest.fixture
def searcher(house, world):
    """A counsellor on the page of the directory."""
    visitor = house.enter(world.counsellor())
    visitor.go("/annuaire")
    return visitor


@pytest.mark.parametrize("words", ["addictologie givors", "ADDICTOLOGIE", "addicto", "adictologie"])
def test_words_are_found_without_accents_by_their_start_or_mistyped(clinic, searcher, words):
    searcher.fill(mots=words)
    searcher.search()

    expect(searcher.card(clinic.title)).to_be_visible()


def test_a_commune_and_a_radius_keep_what_is_near_and_the_link_can_be_shared(
    house, world, clinic, searcher
):
    searcher.fill(mots="addictologie", rayon="5")
    journey.choose_commune(searcher, "Givors")
    searcher.search()

    expect(searcher.card(clinic.title)).to_contain_text("Givors, à ")
    link = searcher.page.url.removeprefix(searcher.home)
    assert "commune=Givors" in link
    colleague = house.enter(world.counsellor())
    colleague.go(link)
    expect(colleague.card(clinic.title)).to_be_visible()


def test_nothing_near_says_how_to_go_wider(clinic, searcher):
    searcher.fill(mots="addictologie", rayon="1", commune="Brignais")
    searcher.search()

    searcher.sees("Rien à cet endroit pour le moment")
    searcher.follow("Chercher jusqu'à 20 km")
    expect(searcher.card(clinic.title)).to_be_visible()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("commune", "Vileurbane-les-Oies", "Vouliez-vous dire"),
        ("rayon", "10000", "Écrivez un rayon de 1 à 200 km."),
    ],
)
def test_what_cannot_be_searched_is_refused_in_words_and_kept(searcher, name, typed, said):
    searcher.fill(**{name: typed})
    kept = searcher.page.locator(f"main [name={name}]").input_value()
    searcher.search()

    searcher.sees(said)
    assert searcher.page.locator(f"main [name={name}]").input_value() == kept


def test_the_page_of_an_offer_says_what_one_would_telephone_to_ask(clinic, searcher):
    searcher.go(f"/offres/{clinic.id}")

    searcher.sees("Givors", "04 72 00 00 01", "Sans rendez-vous", "lundi", "confirmé")
