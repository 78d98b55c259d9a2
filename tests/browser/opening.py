"""Chromium, and the way in: e-mail, password, one-time code."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, Playwright

from app.sign_in.second_factor import current_code
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


class House:
    """The address served, the browsers open, and who is signed in already."""

    def __init__(
        self, app: Flask, home: str, browsers: dict[bool, Browser], password: str = PASSWORD
    ) -> None:
        self.app, self.home, self.browsers, self.password = app, home, browsers, password
        self.signed_in: dict[int, Any] = {}

    def arrive(self, *, draws: bool = False, **options: Any) -> Visitor:
        """Somebody unknown opens a window."""
        defaults = {"locale": "fr-FR", "timezone_id": "Europe/Paris"}
        context = self.browsers[draws].new_context(**(defaults | options))
        has_scripts = options.get("java_script_enabled", True)
        return Visitor(context, self.home, has_scripts=has_scripts)

    def enter(self, account: Account, **options: Any) -> Visitor:
        """Somebody who signed in, through the pages the first time."""
        if account.id not in self.signed_in:
            visitor = self.arrive(draws=options.get("draws", False))
            self.sign_in(visitor, account)
            self.signed_in[account.id] = visitor.context.storage_state()
            visitor.context.close()
        return self.arrive(storage_state=self.signed_in[account.id], **options)

    def sign_in(self, visitor: Visitor, account: Account) -> None:
        """E-mail, password, and the code for SPIP staff."""
        visitor.go("/connexion")
        visitor.fill(email=account.email, password=self.password)
        visitor.press("Se connecter")
        if account.tf_primary_method:
            visitor.fill(code=within(self.app, lambda: current_code(account)))
            visitor.press("Valider le code")
