"""The network's map after many changes: its drawing is kept, its filters followed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.network import drawn
from tests.factories import CoordinatorFactory, UnitFactory

DESK = {"viewport": {"width": 1280, "height": 900}}
COUNT = """
() => {
  window.contexts = 0;
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    window.contexts += kind.startsWith("webgl") ? 1 : 0;
    return getContext.call(this, kind, ...rest);
  };
}
"""


@pytest.fixture
def page(house, world):
    """The window of a coordinator of Rhône, before a desk."""
    account = world.staff(CoordinatorFactory, UnitFactory())
    world.commit()
    return house.enter(account, draws=True, **DESK).page


def test_changing_filters_again_and_again_leaves_the_map_its_drawing(house, page):
    page.goto(f"{house.home}/reseau?territoire=departement-69")
    drawn(page)
    page.evaluate(COUNT)
    page.locator("summary", has_text="Filtres").press("Enter")

    for family in ("Logement", "Santé", "Mobilité"):
        page.get_by_label(family, exact=True).check()
        expect(page.locator("#chips")).to_contain_text(family)

    # A browser takes the oldest of some sixteen contexts back: the map's.
    assert page.evaluate("() => window.contexts") == 0


def test_a_departement_seen_whole_on_a_desk_follows_every_filter(house, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{house.home}/reseau?territoire=departement-69&pour=WOMEN")
    drawn(page)

    tiles = [url for url in asked if "/reseau/tuiles/" in url]
    zooms = {int(found[1]) for url in tiles if (found := re.search(r"/tuiles/(\d+)/", url))}
    assert max(zooms) >= 8
    expect(page.locator("[data-far]")).to_be_hidden()
