"""The page of the network, as somebody without eyes or mouse goes through it."""

from playwright.sync_api import expect


def drawn(page):
    """The map, once all its tiles are there."""
    place = page.locator("[data-network]")
    expect(place).to_have_attribute("data-ready", "yes", timeout=30_000)
    return place


def opened(page):
    """The list of what the map draws, once the first group was pressed down to its offers."""
    points = page.locator("[data-visible]")
    points.locator("summary").press("Enter")
    group = points.get_by_role("button").first
    expect(group).to_be_visible()
    while group.count():
        group.press("Enter")
        expect(points.locator("ul[aria-busy]")).to_have_count(0, timeout=30_000)
    return points


def listed(page) -> set[str]:
    """The offers of the table."""
    return set(page.locator(".network-table tbody th").all_inner_texts())
