"""Maillage, the Flask application."""

from flask import Flask

from app import (
    assets,
    blueprints,
    citations,
    cli,
    errors,
    filters,
    freshness,
    garbage,
    gate,
    headers,
    history,
    navigation,
    searching,
    sign_in,
    timeline,
    typography,
)
from app.config import Settings, settings
from app.extensions import csrf, db
from models.secret import keyring
from search import indexing

PARTS = (
    headers,
    typography,
    sign_in,
    gate,
    errors,
    assets,
    filters,
    freshness,
    timeline,
    citations,
    navigation,
    searching,
    cli,
)


def create_app(chosen: Settings | None = None) -> Flask:
    """Build the application from its settings."""
    chosen = chosen or settings()
    app = Flask(__name__, template_folder="../templates")
    app.config.from_mapping(chosen.to_flask())
    keyring.load(chosen.encryption_keys, chosen.lookup_key)
    db.init_app(app)
    csrf.init_app(app)
    indexing.install()
    history.install()
    for part in PARTS:
        part.init_app(app)
    blueprints.register(app, has_casework=chosen.has_casework)
    garbage.look_seldom()
    return app
