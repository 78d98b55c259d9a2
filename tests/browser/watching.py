"""What is wrong with a page whatever it says: accessibility, errors, calls to other hosts."""

from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from setup.paths import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
RUN = """async () => {
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  return violations.map((one) => [one.id, one.help, one.nodes.map((node) => node.html)]);
}"""
# Answers that htmx swaps: taken meanwhile, or wrong.
SWAPPED = (409, 422)
# What htmx says of a request given up because its page was left.
LEFT = ("htmx:afterRequest", "htmx:sendAbort")


class Watch:
    """Listens to one page, and remembers what should not have happened."""

    def __init__(self, page: Page, home: str, *, has_scripts: bool) -> None:
        self.page, self.home, self.has_scripts = page, home, has_scripts
        self.faults: list[str] = []
        self.seen: set[int] = set()
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.faults.append(f"script : {error}"))
        page.on("request", self.follow)
        page.on("response", self.read)

    def hear(self, message: ConsoleMessage) -> None:
        """An error of the console; statuses are read apart, and a page may be left early."""
        is_expected = message.text.startswith(("Failed to load resource", *LEFT))
        if message.type == "error" and not is_expected:
            self.faults.append(f"console : {message.text}")

    def follow(self, request: Request) -> None:
        """Nothing is asked of another host."""
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"appel à un autre serveur : {request.url}")

    def read(self, response: Response) -> None:
        """A page may be refused; the server never breaks, and what a page is made of is there."""
        is_page = response.request.is_navigation_request()
        is_said = is_page or response.status in SWAPPED
        if response.status >= 500 or (response.status >= 400 and not is_said):
            self.faults.append(f"{response.status} : {response.url}")

    def check(self) -> None:
        """Fail on what was heard since the last time, or else on what axe finds on the page now.

        A page with a fault already heard may be on its way out: it is not read.
        """
        if not self.faults and (axe := self.violations()):
            self.faults.append(f"axe, {self.page.url} : {axe}")
        faults, self.faults = self.faults, []
        assert not faults, "\n".join(faults)

    def violations(self) -> list[Any]:
        """What axe finds; a page already read, to the letter, is not read again.

        Where scripts are off, axe could not run: the same page is read where they are on.
        """
        content = hash(self.page.content())
        if content in self.seen or not self.has_scripts:
            return []
        self.seen.add(content)
        self.page.evaluate(AXE)
        found: list[Any] = self.page.evaluate(RUN)
        return found
