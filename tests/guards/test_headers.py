"""Headers and cookies: nothing inline, nothing from elsewhere, nothing kept of a page."""

import pytest

from app import create_app
from app.config import Settings
from app.extensions import db
from tests.guards.access_table import EXPECTED
from tests.guards.test_access_matrix import rules_of
from tests.guards.world import PASSWORD

POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
KEPT = ("static", "basemap.", "network.tile", "network.coverage_tile")
PAGES = sorted(name for name in EXPECTED if not name.startswith(KEPT))


@pytest.mark.parametrize("endpoint", EXPECTED)
def test_every_answer_bears_the_security_headers(sample, endpoint):
    for rule, method in rules_of(sample, endpoint):
        headers = sample.ask("counsellor", method, sample.address(rule)).headers

        directives = [line.split(" ", 1) for line in headers["Content-Security-Policy"].split("; ")]
        assert dict(directives) == POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        if endpoint in PAGES:
            assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("endpoint", ["basemap.tile", "network.tile", "network.coverage_tile"])
def test_the_map_is_kept_by_this_browser_alone(sample, endpoint):
    rule, method = rules_of(sample, endpoint)[0]

    kept = sample.ask("counsellor", method, sample.address(rule)).cache_control

    assert kept.private
    assert not kept.public
    assert kept.max_age


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        ("counsellor", "/fond/40/0/0.mvt", 404),
        ("counsellor", "/reseau/tuiles/40/0/0.mvt", 404),
        ("counsellor", "/reseau/tuiles/5/16/11.mvt?famille=JARDIN", 422),
        ("host", "/reseau/tuiles/5/16/11.mvt", 403),
        ("nobody", "/reseau/tuiles/5/16/11.mvt", 302),
    ],
)
def test_a_tile_that_was_refused_is_asked_for_again(sample, who, address, status):
    answer = sample.ask(who, "GET", address)

    assert (answer.status_code, answer.headers["Cache-Control"]) == (status, "no-store")


def test_error_pages_bear_them_too(sample):
    for address in ("/nulle-part", "/personnes/pas-un-uuid", "/offres/999999999"):
        answer = sample.ask("counsellor", "GET", address)

        assert answer.status_code == 404
        assert "Content-Security-Policy" in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.fixture
def deployed(settings):
    """The application as an operator runs it: these settings left as they are."""
    left = {name: Settings.model_fields[name].default for name in ("demo", "is_cookie_secure")}
    app = create_app(settings.model_copy(update=left))
    yield app.test_client()
    with app.app_context():
        db.engine.dispose()


def test_the_session_cookie_is_secure_by_default(deployed):
    answer = deployed.get("/connexion", base_url="https://localhost")

    (cookie,) = answer.headers.getlist("Set-Cookie")
    parts = {part.strip().split("=")[0] for part in cookie.split(";")}
    assert parts >= {"session", "Secure", "HttpOnly", "SameSite"}
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize("host", ["ailleurs.example", "localhost.ailleurs.example"])
def test_a_name_that_is_not_ours_is_not_answered(deployed, host):
    # Else the link of a forgotten password would lead its owner, token included, to that name.
    assert deployed.get("/mot-de-passe-oublie", headers={"Host": host}).status_code == 400
    assert deployed.get("/mot-de-passe-oublie", headers={"Host": "localhost"}).status_code == 200


@pytest.mark.parametrize(
    "outside", ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example"]
)
def test_nobody_is_led_to_another_site_after_signing_in(sample, outside):
    typed = {"email": sample.accounts["host"].email, "password": PASSWORD, "next": outside}

    answer = sample.ask("nobody", "POST", "/connexion", data=typed)

    assert answer.status_code == 302
    assert answer.location.startswith("/")
    assert answer.location[1:2] not in ("/", "\\")


def test_a_form_sent_while_signed_out_does_not_lead_back_to_where_nothing_answers(sample):
    answer = sample.ask("nobody", "POST", "/personnes/recherche", data={"nom": "Durand"})

    assert answer.location == "/connexion?next=/"
