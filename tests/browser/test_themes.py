"""Light and dark: every page reads well in both, the system is followed, and a choice wins."""

from playwright.sync_api import expect

from tests.browser import mapping
from tests.factories import AdministratorFactory

LIGHT, DARK, PAPER = "rgb(245, 246, 248)", "rgb(18, 24, 31)", "rgb(255, 255, 255)"
PLAIN = {"java_script_enabled": False}


def lies_on(visitor, ground):
    """The page has this colour, at once or when the browser has drawn it."""
    expect(visitor.page.locator("body")).to_have_css("background-color", ground)


def reads_in_both(visitor, *addresses):
    """No page has a fault, contrasts included, in light nor in dark."""
    for address in addresses:
        visitor.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        visitor.go(address)
        visitor.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        # The same words in other colours: they are read again.
        visitor.watch.seen.clear()
        visitor.check()
        lies_on(visitor, DARK)


def test_the_pages_of_a_counsellor_read_well_in_both(house, world):
    counsellor, lot = world.counsellor(), world.post("Taille des rosiers du parc")
    request = world.request(counsellor, lot)
    cpip = house.enter(counsellor)

    reads_in_both(
        cpip,
        *("/ma-journee", "/annuaire", "/personnes/nouvelle", f"/personnes/{request.person_id}"),
        *(f"/offres/{lot.offer_id}", f"/besoins/{request.need_id}/places"),
        f"/besoins/{request.need_id}/places/{lot.id}",
    )


def test_the_pages_of_a_partner_read_well_in_both(house, world):
    counsellor, lot = world.counsellor(), world.post("Rangement du gymnase", places=3)
    request = world.request(counsellor, lot)
    host = house.enter(world.partner(lot))

    reads_in_both(host, "/mes-places", "/demandes", f"/demandes/{request.id}")


def test_the_accounts_and_the_way_in_read_well_in_both(house, world):
    reads_in_both(house.arrive(), "/connexion")
    administrator = house.enter(world.staff(AdministratorFactory))
    reads_in_both(administrator, "/comptes", "/comptes/unites")


def test_a_theme_is_chosen_by_keyboard_and_nothing_typed_is_lost(house):
    visitor = house.arrive()
    visitor.go("/connexion")
    visitor.fill(email="quelqu-un@exemple.fr")

    visitor.page.locator("#apparence-claire").focus()
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")

    dark = visitor.page.locator("#apparence-sombre")
    expect(dark).to_have_attribute("aria-pressed", "true")
    expect(dark).to_be_focused()
    lies_on(visitor, DARK)
    expect(visitor.page.locator("[name=email]")).to_have_value("quelqu-un@exemple.fr")
    visitor.again()
    lies_on(visitor, DARK)
    visitor.button("Automatique", "footer").click()
    expect(visitor.button("Automatique", "footer")).to_have_attribute("aria-pressed", "true")
    lies_on(visitor, LIGHT)


def test_without_javascript_the_system_is_followed_and_a_choice_wins(house):
    visitor = house.arrive(color_scheme="dark", **PLAIN)
    visitor.go("/connexion")
    lies_on(visitor, DARK)

    visitor.press("Claire", "footer")

    assert visitor.page.url.endswith("/connexion")
    lies_on(visitor, LIGHT)


def test_paper_is_white_whatever_the_screen(house):
    visitor = house.arrive(color_scheme="dark")
    visitor.go("/connexion")
    visitor.button("Sombre", "footer").click()
    expect(visitor.button("Sombre", "footer")).to_have_attribute("aria-pressed", "true")

    visitor.page.emulate_media(media="print")

    lies_on(visitor, PAPER)


def test_a_map_follows_the_system_while_it_is_looked_at(house, world):
    lot = world.post("Nettoyage des berges du canal")
    cpip = house.enter(world.counsellor(), draws=True)
    cpip.go(f"/offres/{lot.offer_id}")
    drawn = mapping.drawn(cpip.page).locator("canvas")
    light = drawn.screenshot()

    with cpip.page.expect_response(lambda answer: answer.url.endswith("?theme=sombre")):
        cpip.page.emulate_media(color_scheme="dark")

    mapping.redrawn(drawn, light)
    cpip.check()
