"""Suggestions by keyboard alone, and a search in vain that says what would bring an offer."""

from playwright.sync_api import expect

from models.codes.housing import HousingType
from models.codes.services import CareType
from tests.browser.keyboard import suggested
from tests.factories import (
    CareOfferFactory,
    CoordinatorFactory,
    HousingOfferFactory,
    OrganizationFactory,
    SiteFactory,
    UnitFactory,
    point,
)


def test_a_kind_then_a_partner_are_chosen_with_the_arrows(house, world, session):
    owner = OrganizationFactory(legal_name="CSAPA Le Mimosa du clavier")
    CareOfferFactory(site=SiteFactory(organization=owner), care_type=CareType.CSAPA)
    session.commit()
    visitor = house.enter(world.counsellor())
    visitor.go("/annuaire")

    box = suggested(visitor, "Que cherchez-vous", "csapa")
    visitor.page.keyboard.press("ArrowDown")
    lit = visitor.page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(lit).to_contain_text("CSAPA (addictions)")
    visitor.check()
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    assert "type=CSAPA" in visitor.page.url

    box = suggested(visitor, "Que cherchez-vous", "mimosa du cl")
    visitor.page.keyboard.press("ArrowDown")
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    visitor.sees("CSAPA Le Mimosa du clavier")
    visitor.check()


def test_a_search_in_vain_says_how_far_the_nearest_is(house, world, session):
    site = SiteFactory(name="Foyer du Lointain", public_point=point(4.88, 45.973))
    HousingOfferFactory(title="Foyer du Lointain", housing_type=HousingType.OACAS, site=site)
    session.commit()
    visitor = house.enter(world.counsellor())

    visitor.go("/annuaire?mots=lointain&commune=Villeurbanne&rayon=10")

    told = visitor.page.locator(".ask-more")
    expect(told).to_contain_text("la plus proche est à 23")
    visitor.check()


def test_a_coordinator_says_what_a_word_means(house, world):
    visitor = house.enter(world.staff(CoordinatorFactory, UnitFactory()))
    visitor.go("/annuaire?mots=piauleclavier")

    visitor.page.get_by_label("Veut dire").select_option("CHRS")
    visitor.check()
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Proposer ce mot").click()

    visitor.sees("« piauleclavier »")
    visitor.check()
