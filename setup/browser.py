"""Finds the Chromium that the browser tests and the screenshots drive."""

import platform
import shutil

from setup.paths import tool
from setup.steps import run, say

NAMES = ("chromium", "google-chrome-stable", "google-chrome", "chromium-browser")


def executable() -> str | None:
    """The path of a Chromium of this machine; None means the one that Playwright installs."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def is_packaged() -> bool:
    """Whether apt has a Chromium that can be driven: Ubuntu's is a snap, which cannot."""
    return platform.freedesktop_os_release()["ID"] != "ubuntu"


def ensure_installed() -> None:
    """Let Playwright install its Chromium where the system has none."""
    if executable() is None:
        say("Installation de Chromium par Playwright…")
        command = [tool("playwright"), "install", "--with-deps", "chromium"]
        run(command, failure="Chromium n'a pas pu être installé", log="chromium", patient=True)
