"""The partner says what is free: one press on their home, or the whole report."""

from playwright.sync_api import expect

from models.codes.claims import Sharing
from tests.browser.journey import on


def shared(world, title, *, places, granted):
    """A lot that the host shares with others than this network."""
    lot = world.bed(title, places=places)
    lot.sharing, lot.open = Sharing.SHARED, granted
    world.commit()
    return lot


def test_minus_plus_full_and_unchanged_say_what_is_free_in_one_press(house, world):
    lot = shared(world, "Résidence du Rhône", places=6, granted=3)
    host = house.enter(world.partner(lot))
    host.go("/mes-places")
    count = host.page.locator("main output")

    host.tap_about("Une place de plus")
    expect(count).to_have_text("4")
    host.tap_about("Une place de moins")
    expect(count).to_have_text("3")
    host.sees("C'est noté", "3 occupées hors réseau", "= 3 libres")
    host.tap_about("Complet")
    expect(count).to_have_text("0")
    host.sees("6 occupées hors réseau")
    host.tap_about("Inchangé")

    host.sees("Complet", "déclaré le")
    world.session.refresh(lot)
    assert (lot.open, len(lot.reports)) == (0, 4)


def test_the_report_lists_what_the_network_took_and_adds_the_answer_to_it(house, world):
    lot = shared(world, "Résidence de la Saône", places=6, granted=3)
    world.request(world.counsellor(), lot, starts_on=on(), ends_on=on(30))
    host = house.enter(world.partner(lot))
    host.go("/mes-places")

    host.follow_about("Détail des places")
    host.sees("Places déjà prises par le réseau", "place réservée")
    answer = host.page.get_by_label("Combien de places en plus")
    answer.fill("1000")
    host.press("Annoncer ces places")
    host.sees("Écrivez un nombre entier de places, de 0 à 999.")
    assert answer.input_value() == "1000"
    answer.fill("2")
    host.press("Annoncer ces places")

    host.sees("3 occupées hors réseau", "1 réservation = 2 libres")


def test_a_press_on_figures_that_changed_since_is_not_recorded(house, world):
    lot = shared(world, "Résidence de la Loire", places=6, granted=3)
    host = house.enter(world.partner(lot))
    host.go("/mes-places")
    world.request(world.counsellor(), lot, starts_on=on(), ends_on=on(30))

    host.tap_about("Une place de plus")

    host.sees("Ces chiffres ont changé depuis l'affichage", "1 réservation = à confirmer")
    world.session.refresh(lot)
    assert lot.reports == []


def test_a_partner_without_any_offer_reads_what_to_expect(house, world):
    lot = world.bed("Résidence fermée")
    partner = world.partner(lot)
    lot.offer.publication = "CLOSED"
    world.commit()
    host = house.enter(partner)

    host.go("/mes-places")

    host.sees("Aucune offre n'est encore publiée", "Voir les demandes")
