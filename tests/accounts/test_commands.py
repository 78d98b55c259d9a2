"""Accounts from the command line."""

import re

import pytest
import sqlalchemy as sa

from models.account import Account, Unit
from models.codes.access import Role
from tests.accounts.conftest import PASSWORD
from tests.factories import AdministratorFactory, OrganizationFactory, UnitFactory


@pytest.fixture
def run(app, browse_as, session):
    """Runs a command in the transaction of the test."""

    def command(*arguments):
        session.commit()
        result = app.test_cli_runner().invoke(args=arguments)
        session.expire_all()
        return result

    return command


def find(session, email):
    return session.scalars(sa.select(Account).where(Account.email == email)).one()


def test_units_are_created_and_listed(run, session):
    run("units", "create", "Antenne de Roanne", "--department", "42", "--kind", "OPEN")

    assert session.scalars(sa.select(Unit).where(Unit.name == "Antenne de Roanne")).one()
    assert "Antenne de Roanne" in run("units", "list").output


def test_a_unit_is_not_created_twice(run, session):
    UnitFactory(name="Antenne de Roanne")

    result = run("units", "create", "Antenne de Roanne", "--department", "42")

    assert result.exit_code == 1
    assert "Une unité porte déjà ce nom." in result.output


def test_the_first_administrator_is_created_and_signs_in(run, session, visitor):
    result = run(
        *("accounts", "create", "--email", "Chef@exemple.fr", "--name", "Chef"),
        *("--role", "ADMINISTRATOR", "--password", PASSWORD),
    )

    assert result.exit_code == 0, result.output
    account = find(session, "chef@exemple.fr")
    assert [m.role for m in account.memberships] == [Role.ADMINISTRATOR]
    assert visitor().sign_in(account).location == "/"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--role", "CPIP", "--password", PASSWORD], "Choisissez l'unité"),
        (["--role", "CPIP", "--unit", "Rien", "--password", PASSWORD], "Aucune unité"),
        (["--role", "PARTNER_TUTOR", "--password", PASSWORD], "Indiquez la structure"),
        (["--role", "ADMINISTRATOR", "--password", "court"], "trop simple"),
    ],
)
def test_a_wrong_account_is_refused(run, session, more, sentence):
    result = run("accounts", "create", "--email", "x@exemple.fr", "--name", "X", *more)

    assert result.exit_code == 1
    assert sentence in result.output
    assert session.scalars(sa.select(Account).where(Account.email == "x@exemple.fr")).all() == []


def test_a_role_is_given_and_taken_back(run, session):
    account, unit = AdministratorFactory(), UnitFactory(name="Antenne de Bron")
    organization = OrganizationFactory(legal_name="Mairie de Bron")

    run("accounts", "membership", "add", account.email, "--role", "CPIP", "--unit", unit.name)
    run(
        *("accounts", "membership", "add", account.email),
        *("--role", "PARTNER_TUTOR", "--organization", organization.legal_name),
    )
    result = run("accounts", "membership", "remove", account.email, "--role", "ADMINISTRATOR")

    assert result.exit_code == 0, result.output
    assert {m.role for m in account.memberships} == {Role.CPIP, Role.PARTNER_TUTOR}


def test_the_code_of_a_demonstration_account_lets_it_in(run, counsellor, visitor):
    browser = visitor()
    browser.sign_in(counsellor)

    code = run("accounts", "code", counsellor.email).output.strip()

    assert re.fullmatch(r"\d{6}", code)
    assert browser.send("/connexion/code", {"code": code}).location == "/"


def test_outside_of_a_demonstration_no_code_is_shown(run, app, counsellor, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO", False)

    result = run("accounts", "code", counsellor.email)

    assert result.exit_code == 1
    assert not re.search(r"\d{6}", result.output)
