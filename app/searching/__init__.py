"""The engine this process searches with, chosen once by its settings."""

from typing import cast

from flask import Flask, current_app

from app.searching.commands import search
from search.choice import choose
from search.engine import SearchEngine

KEY = "search_engine"


def init_app(app: Flask) -> None:
    """Choose it, and add its commands."""
    chosen = app.config
    app.extensions[KEY] = choose(
        chosen["SEARCH_ENGINE"], url=chosen["MEILI_URL"], key=chosen["MEILI_KEY"]
    )
    app.cli.add_command(search)


def engine() -> SearchEngine:
    """The engine that answers here."""
    return cast(SearchEngine, current_app.extensions[KEY])
