"""Wrong tries slow the account down, then the network they come from, and say so."""

import datetime as dt

import pytest
import sqlalchemy as sa

from app.sign_in.delays import ACCOUNT
from models.base import now
from tests.accounts.conftest import PASSWORD
from tests.browsing import words
from tests.factories import PartnerFactory


@pytest.fixture
def wait(database):
    """Moves past failures back in time, as if one had waited."""

    def back(minutes):
        query = sa.text("UPDATE accounts.sign_in_failure SET failed_at = failed_at - :span")
        with database.superuser.begin() as connection:
            connection.execute(query, {"span": dt.timedelta(minutes=minutes)})

    return back


def fail(browser, account, times):
    return [browser.sign_in(account, f"Faux-{n}").status_code for n in range(times)]


def test_after_five_wrong_passwords_the_account_waits_and_is_told_how_long(visitor, partner):
    browser = visitor()
    assert fail(browser, partner, 5) == [422] * 5

    answer = browser.sign_in(partner, "Faux")

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "Réessayez dans 1 minute." in words(answer.text)


def test_during_the_wait_the_right_password_is_refused_from_anywhere(visitor, partner):
    fail(visitor(), partner, 5)

    assert visitor().sign_in(partner).status_code == 429


def test_after_the_wait_the_right_password_lets_in_and_wipes_the_slate(visitor, partner, wait):
    fail(visitor(), partner, 5)
    wait(minutes=1)

    assert visitor().sign_in(partner).location == "/"
    assert fail(visitor(), partner, 5) == [422] * 5


def test_each_wrong_password_after_the_wait_makes_it_longer(visitor, partner, wait):
    browser = visitor()
    fail(browser, partner, 5)
    wait(minutes=1)

    assert browser.sign_in(partner, "Faux").status_code == 422
    assert "Réessayez dans 2 minutes." in words(browser.sign_in(partner, "Faux").text)


def test_twenty_wrong_passwords_slow_the_account_and_the_address(visitor, partner, session):
    attacker, colleague = visitor("192.0.2.200"), visitor("192.0.2.200")
    other = PartnerFactory(password=partner.password)

    assert fail(attacker, partner, 20) == [422] * 5 + [429] * 15
    by_address = colleague.sign_in(other)
    by_account = visitor().sign_in(partner)

    assert (by_address.status_code, by_account.status_code) == (429, 429)
    assert "depuis votre connexion réseau" in words(by_address.text)
    assert "pour cette adresse électronique" in words(by_account.text)
    assert visitor().sign_in(other).location == "/"


def test_one_account_under_attack_does_not_block_its_neighbours(visitor, partner, session):
    neighbour = PartnerFactory(password=partner.password)
    fail(visitor("192.0.2.201"), partner, 10)

    assert visitor("192.0.2.201").sign_in(neighbour).location == "/"


def test_an_unknown_address_waits_like_a_known_one(visitor):
    browser = visitor()
    typed = {"email": "personne@exemple.fr", "password": "Faux"}

    answers = [browser.send("/connexion", typed).status_code for _ in range(6)]

    assert answers == [422] * 5 + [429]


def test_wrong_codes_count_too_and_the_password_does_not_wipe_them(visitor, counsellor):
    for _ in range(5):
        browser = visitor()
        assert browser.sign_in(counsellor).status_code == 302
        assert browser.send("/connexion/code", {"code": "000000"}).status_code == 422

    assert visitor().sign_in(counsellor).status_code == 429


def test_an_empty_form_is_no_try(visitor, partner):
    assert fail(visitor(), partner, 4) == [422] * 4

    for _ in range(5):
        assert visitor().sign_in(partner, "").status_code == 422

    assert visitor().sign_in(partner).location == "/"


def test_old_failures_are_forgotten(visitor, partner, wait, database):
    fail(visitor(), partner, 1)
    wait(minutes=25 * 60)
    visitor().sign_in(partner, "Faux")

    query = sa.text("SELECT count(*) FROM accounts.sign_in_failure WHERE failed_at < :limit")
    with database.superuser.connect() as connection:
        assert connection.scalar(query, {"limit": now() - ACCOUNT.window}) == 0


def test_no_address_is_kept_in_clear(visitor, partner, database):
    visitor().sign_in(partner, PASSWORD + "!")

    with database.superuser.connect() as connection:
        kept = connection.scalars(sa.text("SELECT email_digest FROM accounts.sign_in_failure"))
        assert all("@" not in digest for digest in kept)
