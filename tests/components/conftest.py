"""Components are rendered alone: templates and filters, no database."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask, render_template_string
from jinja2 import StrictUndefined

from app import assets, filters

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def bare_app() -> Flask:
    """Only what templates need: the folder, the filters, asset() and a token."""
    app = Flask("components", template_folder=str(ROOT / "templates"))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals["csrf_token"] = lambda: "token"
    app.add_url_rule("/fond/style.json", "basemap.style", lambda: "")
    assets.init_app(app)
    filters.init_app(app)
    return app


@pytest.fixture
def render(bare_app: Flask) -> Callable[..., Element]:
    """Renders a line of template that uses components and gives its tree, parsed strictly."""

    def draw(source: str, **values: object) -> Element:
        with bare_app.test_request_context():
            markup = render_template_string(source, **values)
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        page: Element = parser.parse(f"<!doctype html><title>x</title>{markup}")
        return page

    return draw
