"""Without JavaScript, the same pages do the same work."""

from playwright.sync_api import expect

from models.codes.claims import Sharing
from tests.browser.journey import PERSON, TIG

PLAIN = {"java_script_enabled": False}


def test_the_directory_is_searched(house, world):
    title = world.post("Ramassage des feuilles").offer.title
    visitor = house.enter(world.counsellor(), **PLAIN)
    visitor.go("/annuaire")

    visitor.fill(mots="ramassage feuille", commune="Villeurbanne")
    visitor.press("Chercher")

    expect(visitor.card(title)).to_be_visible()
    visitor.sees("La carte ne peut pas s'afficher ici.")


def test_a_partner_says_what_is_free(house, world):
    lot = world.bed("Résidence sans script", places=4)
    lot.sharing, lot.open = Sharing.SHARED, 2
    world.commit()
    host = house.enter(world.partner(lot), **PLAIN)
    host.go("/mes-places")

    host.press_about("Une place de plus")
    expect(host.page.locator("main output")).to_have_text("3")
    host.press_about("Complet")

    expect(host.page.locator("main output")).to_have_text("0")


def test_a_file_is_opened_and_a_place_held(house, world):
    title = world.post("Rangement des salles").offer.title
    cpip = house.enter(world.counsellor(), **PLAIN)
    cpip.go("/personnes/nouvelle")
    cpip.fill(**(TIG | PERSON | {"commune": "Villeurbanne"}))
    cpip.press("Ouvrir le dossier")
    cpip.follow("Trouver une place")
    if not cpip.card(title).is_visible():
        cpip.page.locator("summary", has_text="Écartées").click()
    cpip.follow(title)

    cpip.press("Réserver une place", within="main form")

    cpip.sees("La place est réservée pendant 7 jours")
