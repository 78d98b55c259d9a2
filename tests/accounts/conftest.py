"""Visitors with an address of their own, and accounts that have a password."""

import itertools
import re

import pytest
import sqlalchemy as sa

from app.acting import acting_id
from app.sign_in.passwords import hashed
from app.sign_in.second_factor import current_code, set_up
from tests.factories import CounsellorFactory, PartnerFactory

PASSWORD = "Bateau-livre-42-vert"
OCTETS = itertools.count(1)


def found(pattern, text):
    """What a pattern captures in a text that must hold it."""
    match = re.search(pattern, text)
    assert match, text
    return match.group(1)


class Visitor:
    """Somebody who is not signed in yet, at an address nobody else has."""

    def __init__(self, browser, app, address):
        self.browser, self.app, self.address = browser, app, address

    def send(self, address, data=None):
        environ = {"REMOTE_ADDR": self.address}
        return self.browser.open_address("POST", address, data=data, environ_base=environ)

    def read(self, address):
        return self.browser.open_address("GET", address, environ_base={"REMOTE_ADDR": self.address})

    def sign_in(self, account, password=PASSWORD, **more):
        return self.send("/connexion", {"email": account.email, "password": password, **more})

    def give_code(self, account):
        with self.app.app_context():
            code = current_code(account)
        return self.send("/connexion/code", {"code": code})


@pytest.fixture
def visitor(app, browse_as, database):
    """Makes visitors; their failures, kept on transactions of their own, are wiped afterwards."""

    def arrive(address=None):
        return Visitor(browse_as(None), app, address or f"192.0.2.{next(OCTETS)}")

    yield arrive
    with database.superuser.begin() as connection:
        connection.execute(sa.text("TRUNCATE accounts.sign_in_failure"))
    acting_id.set(None)


@pytest.fixture
def partner(app, session):
    """A partner who has a password."""
    with app.app_context():
        return PartnerFactory(password=hashed(PASSWORD))


@pytest.fixture
def counsellor(app, session):
    """A CPIP who has a password and an authenticator."""
    with app.app_context():
        account = CounsellorFactory(password=hashed(PASSWORD))
        set_up(account)
    return account
