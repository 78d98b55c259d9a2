"""Signing in with a password, and leaving."""

import pytest
import sqlalchemy as sa

from tests.browsing import words
from tests.factories import PartnerFactory

WRONG = "Adresse électronique ou mot de passe incorrect."


def test_a_partner_signs_in_with_a_password_alone(visitor, partner):
    browser = visitor()

    answer = browser.sign_in(partner)

    assert (answer.status_code, answer.location) == (302, "/")
    assert partner.name in words(browser.read("/mon-compte").text)
    assert partner.last_sign_in_at is not None


def test_the_address_may_be_typed_in_capitals(visitor, partner):
    answer = visitor().send(
        "/connexion", {"email": partner.email.upper(), "password": "Bateau-livre-42-vert"}
    )

    assert answer.location == "/"


def test_the_database_is_told_who_acts_once_signed_in(visitor, partner):
    browser = visitor()
    browser.sign_in(partner)

    with browser.browser.client.session_transaction() as cookie:
        assert cookie["account_id"] == partner.id


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(visitor, partner):
    wrong = visitor().sign_in(partner, "Autre-phrase-42-vert")
    unknown = visitor().send("/connexion", {"email": "personne@exemple.fr", "password": "x"})

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert WRONG in words(wrong.text)
    assert WRONG in words(unknown.text)


def test_the_address_typed_is_kept_and_the_password_is_not(visitor, partner):
    page = visitor().sign_in(partner, "Autre-phrase-42-vert").text

    assert f'value="{partner.email}"' in page
    assert "Autre-phrase" not in page


@pytest.mark.parametrize("email", ["", "a\x00@exemple.fr", "x" * 5000, "'; DROP TABLE account"])
def test_a_strange_address_is_only_a_wrong_one(visitor, email):
    answer = visitor().send("/connexion", {"email": email, "password": "x" * 5000})

    assert answer.status_code == 422


def test_a_closed_account_does_not_sign_in(visitor, partner, session):
    partner.active = False

    answer = visitor().sign_in(partner)

    assert answer.status_code == 422
    assert WRONG in words(answer.text)


def test_an_account_closed_meanwhile_is_out_at_its_next_page(visitor, partner):
    browser = visitor()
    browser.sign_in(partner)

    partner.active = False

    assert browser.read("/mon-compte").location.startswith("/connexion")


def test_signing_in_is_audited(visitor, partner, database):
    visitor("192.0.2.250").sign_in(partner)

    query = sa.text(
        "SELECT ip_address FROM audit.entry WHERE account_id = :id AND operation = 'SIGN_IN'"
    )
    with database.superuser.connect() as connection:
        assert connection.scalars(query, {"id": partner.id}).all() == ["192.0.2.250"]


def test_leaving_takes_a_post_and_forgets_who_was_there(visitor, partner):
    browser = visitor()
    browser.sign_in(partner)

    assert browser.read("/deconnexion").status_code == 405
    browser.send("/deconnexion")

    assert browser.read("/mon-compte").location.startswith("/connexion")
    with browser.browser.client.session_transaction() as cookie:
        assert "account_id" not in cookie


@pytest.mark.parametrize(
    "outside",
    ["https://mechant.exemple/", "//mechant.exemple", "/\\mechant.exemple", "javascript:alert(1)"],
)
def test_signing_in_never_leads_outside(visitor, partner, outside):
    answer = visitor().sign_in(partner, next=outside)

    assert answer.status_code == 302
    assert "mechant" not in answer.location.split("/", 1)[0]
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\"))


def test_signing_in_leads_to_the_page_asked_for(visitor, partner):
    browser = visitor()
    asked = browser.read("/mon-compte").location
    assert asked == "/connexion?next=/mon-compte"

    answer = browser.sign_in(partner, next="/mon-compte")

    assert answer.location == "/mon-compte"


def test_an_expired_form_says_so(app, visitor, partner, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)

    answer = visitor().sign_in(partner)

    assert answer.status_code == 400
    assert "a expiré" in words(answer.text)


def test_an_account_without_a_password_does_not_sign_in(visitor, session):
    answer = visitor().sign_in(PartnerFactory())

    assert answer.status_code == 422
