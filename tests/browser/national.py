"""Takes the pictures of the network map at national volume, on the database of the bench."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.command import NAME, tell
from bench.country.database import Database
from bench.measuring.pages import Sessions
from bench.measuring.serving import serving
from bench.questions.asker import Asker
from bench.scale import Scale
from models.codes.access import Role
from setup import front
from setup.cluster import ensure_running
from setup.paths import ROOT
from tests.browser import network
from tests.browser.opening import DRAWING, chromium

FOLDER = ROOT / "docs"
OFFERS = 100_000
TERRITORIES = {"rhone": "departement-69", "france": "france"}
SCREENS = {1280: 900, 390: 844}
SCHEMES = {"clair": "light", "sombre": "dark"}
Session = dict[str, str]


def main() -> None:
    """Two territories, two widths, two themes."""
    front.ensure_built()
    database = Database(ensure_running(), NAME, Scale(OFFERS))
    database.ensure(tell)
    with (
        serving(database.settings(), "app:create_app") as served,
        sync_playwright() as playwright,
        chromium(playwright, DRAWING) as browser,
    ):
        home = f"http://127.0.0.1:{served.port}"
        name, value = coordinator(database).split("=", 1)
        photograph(browser, home, {"name": name, "value": value, "url": home})


def coordinator(database: Database) -> str:
    """The signed cookie of somebody who reads the network."""
    with database.engine().connect() as connection:
        return Asker(connection, Sessions(database.settings())).of(Role.COORDINATOR)


def photograph(browser: Browser, home: str, session: Session) -> None:
    """Every picture, named after what it shows."""
    for width, height in SCREENS.items():
        for theme, scheme in SCHEMES.items():
            screen = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
            with opened(browser, session, **screen) as page:
                for label, territory in TERRITORIES.items():
                    page.goto(f"{home}/reseau?territoire={territory}")
                    network.drawn(page)
                    # Names of places and groups come after the rest, tile by tile.
                    page.wait_for_timeout(6_000)
                    page.screenshot(path=FOLDER / f"reseau-{label}-{width}-{theme}.png")


@contextmanager
def opened(browser: Browser, session: Session, **screen: Any) -> Iterator[Page]:
    """A window of this size and theme, already signed in."""
    context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", **screen)
    context.add_cookies([session])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


if __name__ == "__main__":
    main()
