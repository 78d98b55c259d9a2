"""Units, accounts and roles from the command line; the way to the first administrator."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from app.accounts import actions, queries
from app.accounts.actions import Post
from app.accounts.rules import home_problem
from app.extensions import db
from app.sign_in.passwords import weakness
from app.sign_in.second_factor import current_code
from models.account import Account, Unit
from models.codes.access import Role, UnitKind
from models.organization import Organization

units = AppGroup("units", help="Unités du SPIP.")
accounts = AppGroup("accounts", help="Comptes, rôles et codes.")
membership = AppGroup("membership", help="Rôles d'un compte.")
accounts.add_command(membership)

ROLE = click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
UNIT = click.option("--unit", help="Nom ou numéro de l'unité.")
ORGANIZATION = click.option("--organization", help="Nom exact ou numéro de la structure.")
PASSWORD = click.option("--password", prompt="Mot de passe", hide_input=True, default=None)


@units.command("create")
@click.argument("name")
@click.option("--department", required=True, help="Code du département : 69, 2A, 974.")
@click.option("--kind", default="MIXED", type=click.Choice([kind.value for kind in UnitKind]))
@click.option("--phone", default=None)
def create_unit(name: str, department: str, kind: str, phone: str | None) -> None:
    """Créer une unité."""
    if db.session.scalar(select(Unit).where(Unit.name == name)):
        raise click.ClickException("Une unité porte déjà ce nom.")
    unit = actions.create_unit(
        db.session, name=name, kind=UnitKind(kind), department_code=department, phone=phone
    )
    db.session.commit()
    click.echo(f"Unité {unit.id} créée : {unit.name}.")


@units.command("list")
def list_units() -> None:
    """Lister les unités."""
    for unit in db.session.scalars(queries.units()):
        click.echo(f"{unit.id}\t{unit.department_code}\t{unit.kind.label}\t{unit.name}")


@accounts.command("create")
@click.option("--email", required=True)
@click.option("--name", required=True)
@ROLE
@UNIT
@ORGANIZATION
@PASSWORD
def create_account(
    email: str, name: str, role: str, unit: str | None, organization: str | None, password: str
) -> None:
    """Créer un compte."""
    if db.session.scalar(queries.by_email(email)):
        raise click.ClickException("Cette adresse a déjà un compte.")
    if problem := weakness(password):
        raise click.ClickException(problem)
    post = _post(role, unit, organization)
    actions.create_account(db.session, email=email, name=name, password=password, post=post)
    db.session.commit()
    click.echo(f"Compte créé : {email.strip().lower()}.")


@membership.command("add")
@click.argument("email")
@ROLE
@UNIT
@ORGANIZATION
def add_membership(email: str, role: str, unit: str | None, organization: str | None) -> None:
    """Donner un rôle à un compte."""
    actions.add_membership(_account(email), _post(role, unit, organization))
    db.session.commit()
    click.echo("Rôle ajouté.")


@membership.command("remove")
@click.argument("email")
@ROLE
@UNIT
@ORGANIZATION
def remove_membership(email: str, role: str, unit: str | None, organization: str | None) -> None:
    """Retirer un rôle à un compte."""
    post = _post(role, unit, organization)
    for known in _account(email).memberships:
        if Post(known.role, known.unit, known.organization) == post:
            actions.remove_membership(db.session, known)
            db.session.commit()
            return click.echo("Rôle retiré.")
    raise click.ClickException("Ce compte n'a pas ce rôle.")


@accounts.command("code")
@click.argument("email")
def show_code(email: str) -> None:
    """Afficher le code de connexion d'un compte ; en démonstration seulement."""
    if not current_app.config["DEMO"]:
        raise click.ClickException("Cette commande n'existe qu'en démonstration.")
    account = _account(email)
    if not account.tf_totp_secret:
        raise click.ClickException("Ce compte n'a pas d'application : son mot de passe suffit.")
    click.echo(current_code(account))


def _account(email: str) -> Account:
    account = db.session.scalar(queries.by_email(email))
    if account is None:
        raise click.ClickException(f"Aucun compte n'a l'adresse {email}.")
    return account


def _post(role: str, unit_name: str | None, organization_name: str | None) -> Post:
    unit = _unit(unit_name) if unit_name else None
    organization = _organization(organization_name) if organization_name else None
    problem = home_problem(
        Role(role), has_unit=unit is not None, has_organization=organization is not None
    )
    if problem:
        raise click.ClickException(problem)
    return Post(Role(role), unit, organization)


def _unit(name: str) -> Unit:
    which = Unit.id == int(name) if name.isdecimal() else Unit.name == name
    if unit := db.session.scalar(select(Unit).where(which)):
        return unit
    raise click.ClickException(f"Aucune unité ne s'appelle {name}.")


def _organization(name: str) -> Organization:
    number = int(name) if name.isdecimal() else None
    if found := queries.named_organization(db.session, number, name):
        return found
    raise click.ClickException(f"Aucune structure, ou plusieurs, ne s'appelle {name}.")
