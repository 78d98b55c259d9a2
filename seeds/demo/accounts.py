"""The accounts of the demonstration: one for every role, all with the same printed password."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.actions import Post, add_membership, create_account, create_unit
from app.sign_in.second_factor import set_up
from models.account import Account, Unit
from models.codes.access import Role
from models.organization import Organization
from seeds.demo.drawing import Drawn
from seeds.demo.reading import read, typed

DOMAIN = "demo.maillage.example"
PASSWORD = "Maillage-Rhone-2026"
CODE = ".venv/bin/flask --app app accounts code"


def plant_units(session: Session) -> dict[str, Unit]:
    """The units, by key."""
    units = {
        key: create_unit(session, **typed(Unit, entry), phone=Drawn(entry["name"]).landline())
        for key, entry in read("accounts")["units"].items()
    }
    session.flush()
    return units


def plant_staff(session: Session, units: dict[str, Unit]) -> None:
    """The accounts of the SPIP, each with an authenticator already set up."""
    for key, entry in read("accounts")["staff"].items():
        account = _account(session, key, entry["name"])
        set_up(account)
        homes: list[Unit | None] = [units[name] for name in entry["units"]]
        for home in homes or [None]:
            add_membership(account, Post(Role(entry["role"]), unit=home))
    session.flush()


def plant_partners(session: Session) -> None:
    """The accounts of partners, whose organizations exist."""
    for key, entry in read("accounts")["partners"].items():
        named = select(Organization).where(Organization.legal_name == entry["organization"])
        post = Post(Role(entry["role"]), organization=session.scalars(named).one())
        add_membership(_account(session, key, entry["name"]), post)
    session.flush()


def known(session: Session) -> dict[str, Account]:
    """The accounts of the demonstration, by key."""
    ours = select(Account).where(Account.email.endswith(f"@{DOMAIN}"))
    return {account.email.partition("@")[0]: account for account in session.scalars(ours)}


def describe() -> Iterator[str]:
    """The accounts, their password, and how to get the one-time code of each SPIP account."""
    said = read("accounts")
    yield f"Mot de passe de tous les comptes\u00a0: {PASSWORD}"
    yield "Agents du SPIP (un code à usage unique est demandé)\u00a0:"
    yield from _lines(said["staff"], said["units"])
    yield f"Code à usage unique d'un agent\u00a0: {CODE} cpip@{DOMAIN}"
    yield "Partenaires (le mot de passe suffit)\u00a0:"
    yield from _lines(said["partners"], said["units"])
    yield f"Courriels (aucun ne sort de la machine)\u00a0: page /courriels, compte admin@{DOMAIN}"


def _lines(entries: dict[str, dict[str, str]], units: dict[str, dict[str, str]]) -> Iterator[str]:
    for key, entry in entries.items():
        homes = [units[name]["name"] for name in entry.get("units", ())]
        where = "\u00a0; ".join(homes or [entry.get("organization", "")])
        role = Role(entry["role"]).label
        yield f"  {key + '@' + DOMAIN:<48} {role}{f' — {where}' if where else ''}"


def _account(session: Session, key: str, name: str) -> Account:
    return create_account(session, email=f"{key}@{DOMAIN}", name=name, password=PASSWORD)
