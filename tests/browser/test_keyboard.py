"""The keyboard alone suffices."""

from playwright.sync_api import expect

from tests.browser.keyboard import suggested
from tests.factories import SupportOfferFactory


def test_a_commune_is_chosen_with_the_arrows(house, world):
    visitor = house.enter(world.counsellor())
    visitor.go("/annuaire")

    box = suggested(visitor, "Commune", "villeurb")
    visitor.page.keyboard.press("ArrowDown")
    lit = box.get_attribute("aria-activedescendant")
    expect(visitor.page.locator(f"#{lit}")).to_have_attribute("aria-selected", "true")
    visitor.check()
    visitor.page.keyboard.press("Enter")

    expect(box).to_have_attribute("aria-expanded", "false")
    assert "Villeurbanne" in box.input_value()


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(house, world):
    visitor = house.enter(world.counsellor())
    visitor.go("/annuaire")
    box = suggested(visitor, "Commune", "villeurb")

    visitor.page.keyboard.press("Escape")

    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.input_value() == "villeurb"


def test_one_signs_in_and_searches_without_a_mouse(house, world):
    SupportOfferFactory(title="Permanence au clavier")
    partner = world.partner(world.post("Poste au clavier"))
    visitor = house.arrive()
    visitor.go("/connexion")
    keyboard = visitor.page.keyboard
    visitor.page.get_by_label("Adresse").focus()

    keyboard.type(partner.email)
    keyboard.press("Tab")
    keyboard.type("Bateau-livre-42-vert")
    with visitor.page.expect_navigation():
        keyboard.press("Enter")

    visitor.check()
    visitor.sees("Mes places")
    keyboard.press("Tab")
    expect(visitor.page.locator(":focus")).to_have_text("Aller au contenu")
    keyboard.press("Enter")
    expect(visitor.page.locator("#contenu")).to_be_focused()


def test_errors_take_the_focus_and_lead_to_their_field(house, world):
    cpip = house.enter(world.counsellor())
    cpip.go("/personnes/nouvelle")
    cpip.page.get_by_label("Prénom").fill("Samir")
    with cpip.page.expect_navigation():
        cpip.page.get_by_label("Prénom").press("Enter")
    cpip.check()

    summary = cpip.page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    cpip.page.keyboard.press("Tab")
    cpip.page.keyboard.press("Enter")

    expect(cpip.page.locator(":focus")).to_have_attribute("name", "last_name")
    assert cpip.page.get_by_label("Prénom").input_value() == "Samir"


def test_what_was_done_takes_the_focus_and_tab_goes_on_from_there(house, world):
    offer = SupportOfferFactory(title="Permanence confirmée")
    world.commit()
    cpip = house.enter(world.counsellor())
    cpip.go(f"/offres/{offer.id}")

    cpip.button("Toujours exact").focus()
    with cpip.page.expect_navigation():
        cpip.page.keyboard.press("Enter")
    cpip.check()

    expect(cpip.page.locator("#flashes")).to_be_focused()
    cpip.page.keyboard.press("Tab")
    assert cpip.page.evaluate("() => document.activeElement.closest('main') !== null")
