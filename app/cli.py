"""Commands of the operator; the only way in for the seeds."""

import click
from flask import Flask
from flask.cli import AppGroup

from app.accounts import commands
from app.duplicates.commands import duplicates
from app.extensions import db
from app.imports.commands import imports
from app.network.commands import network
from app.network.refreshing import refresh_all
from app.worker.command import worker
from app.worker.sessions import as_worker

reference = AppGroup("reference", help="Données de référence : communes, codes postaux, mairies.")
demo = AppGroup("demo", help="Réseau de démonstration.")


@reference.command("load")
def load_reference() -> None:
    """Load communes, postal codes and town halls, as the owner of the database."""
    from seeds.reference import load_from_environment

    for line in load_from_environment():
        click.echo(line)


@demo.command("plant")
def plant_demo() -> None:
    """Plant the demonstration network; a second run changes nothing."""
    from seeds.demo import plant, plant_days

    for line in plant(db.session):
        click.echo(line)
    with as_worker() as session:
        refresh_all(session)
        plant_days(session)


@demo.command("accounts")
def demo_accounts() -> None:
    """Print the demonstration accounts and how to get their one-time codes."""
    from seeds.demo.accounts import describe

    for line in describe():
        click.echo(line)


def init_app(app: Flask) -> None:
    """Add the commands."""
    app.cli.add_command(reference)
    app.cli.add_command(demo)
    app.cli.add_command(worker)
    app.cli.add_command(imports)
    app.cli.add_command(network)
    app.cli.add_command(duplicates)
    app.cli.add_command(commands.units)
    app.cli.add_command(commands.accounts)
