"""Somebody at a browser: goes to pages, reads, types, presses; every page is looked over."""

import re
from typing import Any

from playwright.sync_api import BrowserContext, Locator, expect

from tests.browser.watching import Watch

SLOW = 20_000
expect.set_options(timeout=SLOW)


class Visitor:
    """One person before one window; `check` runs after every page they reach."""

    def __init__(self, context: BrowserContext, home: str, *, has_scripts: bool) -> None:
        context.set_default_timeout(SLOW)
        self.context, self.home = context, home
        self.page = context.new_page()
        self.watch = Watch(self.page, home, has_scripts=has_scripts)

    def check(self) -> None:
        """The page has no fault, whatever it says."""
        self.watch.check()

    def go(self, address: str, status: int = 200) -> None:
        """Type an address."""
        answer = self.page.goto(self.home + address)
        assert answer is not None
        assert answer.status == status, (answer.status, answer.url)
        self.check()

    def again(self) -> None:
        """Reload the page: somebody else acted meanwhile."""
        self.page.reload()
        self.check()

    def button(self, label: str, within: str = "main") -> Locator:
        """The first button that bears this name."""
        return self.page.locator(within).get_by_role("button", name=label, exact=True).first

    def press(self, label: str, within: str = "main") -> None:
        """Press a button that leads to another page."""
        with self.page.expect_navigation():
            self.button(label, within).click()
        self.check()

    def tap_about(self, words: str) -> None:
        """Press the first button whose name holds these words; its answer is put in the page."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.page.locator("main").get_by_role("button", name=words).first.click()
        self.settle()

    def search(self) -> None:
        """Press « Chercher »: the results are put in the page, whose address changes."""
        with self.page.expect_response(lambda answer: "/annuaire" in answer.url):
            self.button("Chercher").click()
        self.settle()

    def settle(self) -> None:
        """Wait until htmx has put its answer in the page, then look it over."""
        expect(self.page.locator(".htmx-request, .htmx-settling, .htmx-swapping")).to_have_count(0)
        self.check()

    def press_about(self, words: str) -> None:
        """Press the first button whose name holds these words; it leads to another page."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=words).first.click()
        self.check()

    def follow(self, label: str, within: str = "main") -> None:
        """Follow the first link that bears this name."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("link", name=label, exact=True).first.click()
        self.check()

    def follow_about(self, words: str) -> None:
        """Follow the first link whose name holds these words."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=words).first.click()
        self.check()

    def field(self, label: str) -> Locator:
        """The first field whose label starts so."""
        return self.page.locator("main").get_by_label(re.compile(f"^{re.escape(label)}")).first

    def fill(self, **values: Any) -> None:
        """Fill fields by their names: text, a date, a choice of a list, True to tick."""
        for name, value in values.items():
            self.put(name, value)

    def put(self, name: str, value: Any) -> None:
        """Fill one field as a hand would."""
        found = self.page.locator(f"main [name='{name}']")
        kind = found.first.evaluate("field => field.type")
        if kind in ("radio", "checkbox"):
            chosen = "" if value is True else f"[value='{value}']"
            self.page.locator(f"main [name='{name}']{chosen}").check()
        elif kind == "select-one":
            found.select_option(str(value))
        else:
            found.fill(str(value))

    def card(self, title: str) -> Locator:
        """The card of one result."""
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.page.locator(".result-card").filter(has=heading)

    def sees(self, *sentences: str) -> None:
        """All of this can be read in the page."""
        for sentence in sentences:
            expect(self.page.locator("main")).to_contain_text(sentence)

    def never_sees(self, *sentences: str) -> None:
        """None of this is anywhere in the page, hidden or not."""
        content = self.page.content()
        for sentence in sentences:
            assert sentence not in content, sentence
