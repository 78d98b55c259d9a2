"""Where the points of a map are on the screen: the map fits them all and its home."""

import math
from typing import Any

from playwright.sync_api import Locator, Page, expect

# The padding and the nearest zoom of `fit`, in assets/map/base.js.
TOP, RIGHT, BOTTOM, LEFT = 56, 80, 56, 48
NEAREST = 12
TILE = 512
REDRAWN_WITHIN_MS = 10_000
STEP_MS = 100


def drawn(page: Page) -> Locator:
    """The map of the page, once it is drawn."""
    place = page.locator("[data-map]")
    expect(place).to_have_attribute("data-ready", "yes", timeout=30_000)
    return place


def redrawn(pictured: Locator, before: bytes) -> None:
    """Wait until it no longer looks as it did."""
    for _ in range(REDRAWN_WITHIN_MS // STEP_MS):
        if pictured.screenshot() != before:
            return
        pictured.page.wait_for_timeout(STEP_MS)
    raise AssertionError("it still looks as it did")


def flat(lon: float, lat: float) -> tuple[float, float]:
    """Web Mercator, on a world of width one."""
    north = math.asinh(math.tan(math.radians(lat)))
    return (lon + 180) / 360, (1 - north / math.pi) / 2


def position(page: Page, point_id: int) -> tuple[float, float]:
    """The pixel of a point in the window, on a map that nobody moved."""
    shown: dict[str, Any] = drawn(page).evaluate(
        "({dataset}) => ({points: JSON.parse(dataset.points), home: JSON.parse(dataset.home)})"
    )
    flats = {one["id"]: flat(one["lon"], one["lat"]) for one in shown["points"]}
    across, down = zip(*[*flats.values(), flat(*shown["home"])], strict=True)
    box = page.locator("[data-map] canvas").bounding_box()
    assert box is not None
    wide, high = box["width"] - LEFT - RIGHT, box["height"] - TOP - BOTTOM
    scale = min(
        TILE * 2**NEAREST,
        wide / max(max(across) - min(across), 1e-12),
        high / max(max(down) - min(down), 1e-12),
    )
    x, y = flats[point_id]
    return (
        box["x"] + LEFT + wide / 2 + (x - (min(across) + max(across)) / 2) * scale,
        box["y"] + TOP + high / 2 + (y - (min(down) + max(down)) / 2) * scale,
    )
