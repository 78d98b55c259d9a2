"""An operator's style is drawn under the network map, and no other page may ask its host."""

from pathlib import Path

import pytest
from flask import render_template_string, request
from pydantic import ValidationError

from app import create_app
from app.config import Settings
from app.extensions import db
from app.headers import CONTENT_SECURITY_POLICY, content_security_policy

TEMPLATES = Path(__file__).parents[2] / "templates"
STYLE = "https://fond.example:8443/calme.json?cle=1"
ORIGIN = "https://fond.example:8443"


@pytest.fixture(scope="module")
def styled(settings):
    """The application of an operator who has a style."""
    app = create_app(settings.model_copy(update={"network_map_style_url": STYLE}))
    yield app
    with app.app_context():
        db.engine.dispose()


def policies(app):
    """The policy of each address, by endpoint."""
    for rule in app.url_map.iter_rules():
        with app.test_request_context("/"):
            request.url_rule = rule
            yield rule.endpoint, content_security_policy()


def test_the_network_map_alone_may_ask_the_host_of_the_style(styled):
    widened = {endpoint for endpoint, policy in policies(styled) if ORIGIN in policy}

    assert widened == {"network.index"}
    assert {policy for _, policy in policies(styled)} >= {CONTENT_SECURITY_POLICY}


def test_what_is_widened_is_images_letters_and_data_but_no_script(styled):
    policy = styled.test_client().get("/reseau").headers["Content-Security-Policy"]

    directives = dict(line.split(" ", 1) for line in policy.split("; "))
    widened = {name for name, sources in directives.items() if ORIGIN in sources}
    assert widened == {"img-src", "connect-src", "font-src"}
    assert directives["default-src"] == "'self'"


def test_without_a_style_no_page_may_ask_another_host(app):
    assert {policy for _, policy in policies(app)} == {CONTENT_SECURITY_POLICY}


def test_the_worker_of_the_network_map_is_told_apart(styled):
    client = styled.test_client()
    policies = {
        asked: client.get(f"/static/carte.js{asked}").headers["Content-Security-Policy"]
        for asked in ("", "?carte=reseau", "?carte=autre")
    }

    assert [asked for asked, policy in policies.items() if ORIGIN in policy] == ["?carte=reseau"]


def test_no_template_but_those_of_the_network_draws_the_style(styled, app):
    drawn = [file for file in TEMPLATES.rglob("*.html") if "network_style_url" in file.read_text()]

    assert {file.parent.name for file in drawn} <= {"network"}
    for site, expected in ((styled, STYLE), (app, "/fond/style.json")):
        with site.test_request_context("/"):
            assert render_template_string("{{ network_style_url()|safe }}") == expected


@pytest.mark.parametrize(
    "url",
    [
        "http://fond.example/style.json",
        "https://fond.example; script-src *",
        "https://fond.example;script-src/style.json",
        "https://qui:secret@fond.example/style.json",
        "https://fond.example/style.json\nX: y",
        "https:///style.json",
        "fond.example/style.json",
    ],
)
def test_an_address_that_is_not_one_of_a_style_is_refused(settings, url):
    with pytest.raises(ValidationError):
        Settings(database_url=settings.database_url, network_map_style_url=url)
