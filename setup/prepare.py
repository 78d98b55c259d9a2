"""Brings a clone from nothing to ready: packages, front end, database server."""

from setup import browser, debian, front, python
from setup.steps import say


def everything(*, with_browser: bool) -> None:
    """Do what is missing, and only that."""
    had_uv = not python.needs_venv()
    debian.ensure_packages(with_browser=with_browser)
    python.ensure_packages()
    if with_browser:
        browser.ensure_installed()
    front.ensure_built()
    if not had_uv:
        say(
            "uv est dans .maillage/uv/bin : "
            "ajoutez ce dossier au PATH pour lancer « uv run pytest FICHIER »."
        )
