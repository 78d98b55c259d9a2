"""The last place: two windows want it, a button is pressed twice, the back button is used."""

from sqlalchemy import func, select

from models.capacity import PlaceClaim
from tests.browser import journey
from tests.browser.journey import TIG, day

IDLE = {name: answer for name, answer in TIG.items() if name != "job_hours_per_week"}
IDLE |= {"employment": "UNEMPLOYED"}


def looking_at(house, account, title, name):
    """A counsellor on the page where this place is held, for somebody new."""
    visitor = house.enter(account)
    journey.open_file(visitor, IDLE | {"last_name": name})
    visitor.follow("Trouver une place")
    visitor.follow(title)
    return visitor


def claims_of(world, lot):
    """How many units of a lot were ever claimed."""
    return world.session.scalar(select(func.count()).where(PlaceClaim.lot_id == lot.id))


def test_of_two_windows_one_wins_and_the_other_is_shown_the_next_best(house, world):
    lot = world.post("Dernière place au jardin")
    world.post("Autre place au verger")
    world.post("Autre place au potager")
    first = looking_at(house, world.counsellor(), lot.offer.title, "Premier")
    second = looking_at(house, world.counsellor(), lot.offer.title, "Second")

    first.press("Réserver une place", within="main form")
    second.press("Réserver une place", within="main form")

    first.sees("La place est réservée")
    second.sees("Cette place vient d'être prise.", "Voici les deux suivantes.")
    assert second.page.locator(".result-card").count() == 2
    assert claims_of(world, lot) == 1


def test_two_presses_on_one_button_hold_one_place(house, world):
    lot = world.post("Deux appuis au musée", places=2)
    cpip = looking_at(house, world.counsellor(), lot.offer.title, "Pressé")

    with cpip.page.expect_navigation():
        cpip.button("Réserver une place", within="main form").dblclick()
    cpip.check()

    cpip.sees("La place est réservée")
    assert claims_of(world, lot) == 1


def test_going_back_after_a_hold_and_pressing_again_finds_the_same_hold(house, world):
    lot = world.post("Retour à la bibliothèque", places=2)
    cpip = looking_at(house, world.counsellor(), lot.offer.title, "Retour")
    cpip.press("Réserver une place", within="main form")
    held = cpip.page.url

    cpip.page.go_back()
    cpip.check()
    cpip.press("Réserver une place", within="main form")

    cpip.sees("Vous avez déjà réservé cette place pour cette personne.")
    assert cpip.page.url == held
    assert claims_of(world, lot) == 1


def test_a_hold_in_the_past_is_refused_at_its_field_and_keeps_what_was_typed(house, world):
    lot = world.post("Hier au stade")
    cpip = looking_at(house, world.counsellor(), lot.offer.title, "Hier")

    cpip.fill(starts_on=day(-1))
    cpip.press("Réserver une place", within="main form")

    field = cpip.page.locator("[name=starts_on]")
    assert (field.input_value(), field.get_attribute("aria-invalid")) == (day(-1), "true")
    cpip.sees("Le premier jour est déjà passé")
    assert claims_of(world, lot) == 0
