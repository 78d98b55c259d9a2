"""The accounts of the demonstration: every role signs in with what is printed."""

import pytest
from flask_security import verify_password
from sqlalchemy.orm import Session

from app.sign_in.passwords import weakness
from app.sign_in.second_factor import current_code
from models.codes.access import Role
from seeds.demo import accounts
from tests.seeds.conftest import Planted


def test_an_account_for_every_role(everything: Session):
    known = accounts.known(everything).values()

    roles = {membership.role for account in known for membership in account.memberships}

    assert roles == set(Role)


def test_what_is_printed_opens_every_account(everything: Session):
    printed = "\n".join(accounts.describe())
    known = accounts.known(everything)

    assert f": {accounts.PASSWORD}" in printed
    assert all(account.email in printed for account in known.values())
    assert verify_password(accounts.PASSWORD, known["cpip"].password or "")
    assert weakness(accounts.PASSWORD) is None


def test_staff_have_an_authenticator_and_partners_none(everything: Session):
    for account in accounts.known(everything).values():
        assert bool(account.tf_totp_secret) is account.is_staff


@pytest.mark.parametrize("key", ["cpip", "direction", "admin"])
def test_the_command_that_is_printed_gives_the_code(
    planted: Planted, everything: Session, key: str
):
    account = accounts.known(everything)[key]

    shown = planted.app.test_cli_runner().invoke(args=["accounts", "code", account.email])

    assert shown.output.strip() == current_code(account)


def test_partners_speak_for_fictional_hosts(everything: Session):
    for account in accounts.known(everything).values():
        for membership in account.memberships:
            host = membership.organization
            assert host is None or host.source.value == "MANUAL"
