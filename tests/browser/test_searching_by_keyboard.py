"""A counsellor finds, narrows, keeps and opens an offer with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from models.codes.offer import Publication
from models.codes.organization import PmrAccess
from tests.browser.keyboard import ask, enter, tab_to
from tests.factories import HousingOfferFactory, LotFactory, SiteFactory, point

SCREENS = {"desk": (1280, 900), "telephone": (390, 844)}
GIVORS = {"insee_code": "69091", "postal_code": "69700", "public_point": point(4.7697, 45.5906)}


@pytest.fixture
def beds(world):
    """Two homes in Givors, one of which takes wheelchairs."""
    site = SiteFactory(name="Les Quais", pmr_access=PmrAccess.NO, **GIVORS)
    reached = SiteFactory(name="Le Port", pmr_access=PmrAccess.YES, **GIVORS)
    offers = [
        HousingOfferFactory(title="Pension des Quais", site=site),
        HousingOfferFactory(title="Pension du Port", site=reached),
    ]
    for offer in offers:
        LotFactory(offer=offer)
    world.commit()
    yield offers
    for offer in offers:
        offer.publication = Publication.CLOSED
    world.commit()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_search_from_the_first_word_to_the_offer_without_a_mouse(house, world, beds, screen):
    width, height = SCREENS[screen]
    visitor = house.enter(world.counsellor(), viewport={"width": width, "height": height})
    visitor.go("/annuaire")
    page, keys = visitor.page, visitor.page.keyboard

    # Straight to the question.
    keys.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au contenu")
    keys.press("Enter")
    words = page.locator("main [name=mots]")
    assert tab_to(visitor, words) <= 2

    # Suggestions left aside, a word mistyped, and a commune chosen among those proposed.
    keys.type("foyer", delay=20)
    expect(words).to_have_attribute("aria-expanded", "true")
    visitor.check()
    keys.press("Escape")
    keys.press("Control+a")
    keys.type("pention", delay=20)
    keys.press("Escape")
    commune = page.get_by_role("combobox", name="Commune")
    tab_to(visitor, commune)
    keys.type("givor", delay=20)
    expect(commune).to_have_attribute("aria-expanded", "true")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(commune).to_have_attribute("aria-expanded", "false")
    ask(visitor)
    visitor.sees("2 offres", "Pension des Quais", "Pension du Port")

    # Fewer, by a filter of the panel.
    tab_to(visitor, page.locator("main summary", has_text="Filtres").first)
    keys.press("Enter")
    tab_to(visitor, page.locator("main [name=pmr]"))
    keys.press("Space")
    tab_to(visitor, visitor.button("Appliquer les filtres"))
    ask(visitor)
    expect(visitor.card("Pension du Port")).to_be_visible()
    expect(visitor.card("Pension des Quais")).to_have_count(0)

    # Kept for the unit, without leaving the list.
    star = visitor.card("Pension du Port").get_by_role("button", name="Mettre en favori")
    tab_to(visitor, star)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        keys.press("Enter")
    visitor.settle()
    expect(page.locator(":focus")).to_contain_text("Retirer des favoris")

    # Saved under a name.
    enter(visitor, page.get_by_role("link", name="Enregistrer cette recherche"))
    name = page.locator("main [name=name]")
    tab_to(visitor, name)
    keys.press("Control+a")
    keys.type("Pensions de Givors")
    with page.expect_navigation():
        keys.press("Enter")
    visitor.check()
    visitor.sees("La recherche « Pensions de Givors » est enregistrée.")

    # Opened again, down to the offer and whom to call.
    enter(visitor, page.get_by_role("link", name="Pensions de Givors", exact=True))
    enter(visitor, visitor.card("Pension du Port").get_by_role("link", name="Pension du Port"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Pension du Port")
