"""An empty Flask answer: what any page costs before it does anything."""

from flask import Flask


def create_app() -> Flask:
    """An application with one page and nothing in it."""
    app = Flask(__name__)
    app.add_url_rule("/", "empty", str)
    return app
