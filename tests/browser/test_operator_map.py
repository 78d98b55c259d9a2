"""An operator's own style is drawn under the network map, by a worker that may ask its host."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.opening import House
from tests.browser.server import serving

HOST = "https://fond.example"
SOURCE = {"type": "vector", "tiles": [f"{HOST}/{{z}}/{{x}}/{{y}}.mvt"], "maxzoom": 12}
LINE = {"id": "routes", "type": "line", "source": "ailleurs", "source-layer": "routes"}
STYLE = {"version": 8, "sources": {"ailleurs": SOURCE}, "layers": [LINE]}


@pytest.fixture(scope="module")
def styled(house, settings, tmp_path_factory):
    """The house of an operator who has a style."""
    chosen = settings.model_copy(update={"network_map_style_url": f"{HOST}/style.json"})
    with serving(chosen, tmp_path_factory.mktemp("styled") / "web.log") as address:
        yield House(house.app, address, house.browsers)


def answers_elsewhere(visitor):
    """Plays the operator's host, and lists what it is asked."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        is_style = route.request.url.endswith("style.json")
        body = json.dumps(STYLE) if is_style else ""
        route.fulfill(body=body, headers={"Access-Control-Allow-Origin": "*"})

    visitor.context.route(f"{HOST}/**", answer)
    return asked


def test_the_network_map_alone_asks_the_host_of_the_style(styled, world):
    lot = world.post("Peinture du préau")
    cpip = styled.enter(world.counsellor(), draws=True)
    asked = answers_elsewhere(cpip)

    cpip.go(f"/offres/{lot.offer_id}")
    expect(cpip.page.locator("[data-map]")).to_have_attribute("data-ready", "yes", timeout=30_000)

    assert not asked

    cpip.page.goto(f"{styled.home}/reseau")
    expect(cpip.page.locator("[data-network]")).to_have_attribute("data-ready", "yes")

    assert f"{HOST}/style.json" in asked
    assert any(url.endswith(".mvt") for url in asked)
    assert not [fault for fault in cpip.watch.faults if "Content Security Policy" in fault]
