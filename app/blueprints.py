"""Which capabilities this process serves; without casework, those of the Directory alone."""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask

DIRECTORY = ("health", "accounts", "directory", "geocode", "basemap", "mail", "home")
CASEWORK = ("casework", "matching", "placements", "portal")


def register(app: Flask, *, has_casework: bool) -> None:
    """Register the blueprint of each capability."""
    for name in DIRECTORY + (CASEWORK if has_casework else ()):
        if find_spec(f"app.{name}.routes") is None:  # until every capability has landed
            continue
        try:
            part = import_module(f"app.{name}.routes")
        except ImportError as error:
            print("SKIPPED", name, error)
            continue
        app.register_blueprint(part.blueprint)
