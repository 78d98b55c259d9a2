"""Chromium, and the way in: e-mail, password, one-time code; or a session signed beforehand."""

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, Playwright

from app.sign_in.second_factor import current_code
from bench.measuring.pages import signed
from models.account import Account
from setup import browser
from tests.browser.aside import within
from tests.browser.visiting import Visitor

PASSWORD = "Bateau-livre-42-vert"
# MapLibre draws without a graphics card.
DRAWING = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
NOT_DRAWING = ["--disable-gpu", "--disable-3d-apis"]


@contextmanager
def chromium(playwright: Playwright, arguments: list[str]) -> Iterator[Browser]:
    """The Chromium of this machine, or that of Playwright."""
    options = ["--no-sandbox", *arguments]
    opened = playwright.chromium.launch(executable_path=browser.executable(), args=options)
    yield opened
    opened.close()


class Chromiums(dict[bool, Browser]):
    """One that draws maps and one that cannot, each opened when it is first asked for."""

    def __init__(self, playwright: Playwright, closing: ExitStack) -> None:
        self.playwright, self.closing = playwright, closing

    def __missing__(self, draws: bool) -> Browser:
        arguments = DRAWING if draws else NOT_DRAWING
        self[draws] = self.closing.enter_context(chromium(self.playwright, arguments))
        return self[draws]


class House:
    """The address served, and the browsers that people open it with."""

    def __init__(self, app: Flask, home: str, browsers: Mapping[bool, Browser]) -> None:
        self.app, self.home, self.browsers = app, home, browsers

    def arrive(self, *, draws: bool = False, **options: Any) -> Visitor:
        """Somebody unknown opens a window."""
        defaults = {"locale": "fr-FR", "timezone_id": "Europe/Paris"}
        context = self.browsers[draws].new_context(**(defaults | options))
        has_scripts = options.get("java_script_enabled", True)
        return Visitor(context, self.home, has_scripts=has_scripts)

    def enter(self, account: Account, **options: Any) -> Visitor:
        """Somebody whose session is signed already: the way in is tested apart, once."""
        visitor = self.arrive(**options)
        name, value = signed(self.app, account.id, account.fs_uniquifier, fs_paa=time.time())
        visitor.context.add_cookies([{"name": name, "value": value, "url": self.home}])
        return visitor

    def sign_in(self, visitor: Visitor, account: Account) -> None:
        """E-mail, password, and the code for SPIP staff."""
        visitor.go("/connexion")
        visitor.fill(email=account.email, password=PASSWORD)
        visitor.press("Se connecter")
        if account.tf_primary_method:
            visitor.fill(code=within(self.app, lambda: current_code(account)))
            visitor.press("Valider le code")
