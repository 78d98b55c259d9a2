"""The map draws, tied to its list both ways; without WebGL a sentence stands in its place."""

import itertools

from playwright.sync_api import expect

from tests.browser import journey, mapping
from tests.browser.journey import TIG

NUMBERS = itertools.count(1)
TARARE = {"lon": 4.4333, "lat": 45.8961}


def found_places(house, world, *, draws):
    """A counsellor before the list and the map of two places around Tarare."""
    number = next(NUMBERS)
    near = world.post(f"Entretien du sentier {number}", **TARARE)
    far = world.post(f"Nettoyage de la rivière {number}", lon=4.48, lat=45.91)
    cpip = house.enter(world.counsellor(), draws=draws)
    idle = {name: answer for name, answer in TIG.items() if name != "job_hours_per_week"}
    journey.open_file(cpip, idle | {"employment": "UNEMPLOYED", "radius_km": 5}, commune="Tarare")
    cpip.follow("Trouver une place")
    return cpip, near.offer, far.offer


def test_a_card_lights_its_point_and_a_point_its_card(house, world):
    cpip, near, far = found_places(house, world, draws=True)
    place = mapping.drawn(cpip.page)
    before = place.screenshot()

    cpip.card(far.title).hover()
    expect(cpip.card(far.title)).to_have_attribute("data-lit", "")
    mapping.redrawn(place, before)
    cpip.page.mouse.move(*mapping.position(cpip.page, near.id), steps=3)

    expect(cpip.card(near.title)).to_have_attribute("data-lit", "")
    expect(cpip.card(far.title)).not_to_have_attribute("data-lit", "")
    cpip.check()


def test_the_points_are_walked_through_by_keyboard(house, world):
    cpip, *_ = found_places(house, world, draws=True)
    mapping.drawn(cpip.page)

    cpip.page.get_by_role("button", name="Point suivant").press("Enter")

    said = cpip.page.locator("[data-map] [data-said]")
    expect(said).to_contain_text("Point 1 sur ")
    expect(cpip.page.locator(".result-card[data-lit]")).to_have_count(1)
    cpip.check()


def test_a_click_on_the_map_sets_the_home(house, world):
    cpip = house.enter(world.counsellor(), draws=True)
    cpip.go("/personnes/nouvelle")
    journey.choose_commune(cpip, "Tarare")
    town_hall = cpip.page.locator("#lon").input_value()
    cpip.page.locator("summary", has_text="Situer le domicile sur la carte").click()
    picked = cpip.page.locator("[data-map-pick]")
    expect(picked).to_have_attribute("data-ready", "yes", timeout=30_000)

    picked.locator("canvas").click(position={"x": 150, "y": 120})

    expect(picked.locator("[data-said]")).not_to_be_empty()
    assert cpip.page.locator("#lon").input_value() != town_hall
    cpip.check()


def test_without_webgl_a_sentence_stands_and_the_list_says_all(house, world):
    cpip, near, _ = found_places(house, world, draws=False)

    expect(cpip.page.locator("[data-map]")).to_contain_text("La carte ne peut pas s'afficher ici.")
    expect(cpip.card(near.title)).to_be_visible()
    expect(cpip.page.locator("canvas")).to_have_count(0)
