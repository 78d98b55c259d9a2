"""Commands of the search: `flask search rebuild`, `status`, `verify`."""

import sys

import click
from flask import current_app

from app.commanding import Commands
from app.extensions import db
from app.worker.sessions import as_worker
from search import copy, indexing

search = Commands("search", help="Recherche de l'annuaire : sa table et son index.")


@search.command("rebuild")
def rebuild_search() -> None:
    """Write every row of the search table again, then the index of another engine."""
    chosen = copy.chosen(current_app.config)
    with as_worker() as session:
        chosen.begin(session)
    indexing.reindex(db.session)
    db.session.commit()
    click.echo("La table de recherche est refaite.")
    with as_worker() as session:
        if said := chosen.rebuild(session):
            click.echo(said)


@search.command("status")
def tell_status() -> None:
    """Say which engine answers, what waits for its index and what it refused."""
    with as_worker() as session:
        for line in copy.chosen(current_app.config).status(session):
            click.echo(line)


@search.command("verify")
def verify_search() -> None:
    """Compare the index with the directory; exit 1 when they differ."""
    found = 0
    with as_worker() as session:
        for line in copy.chosen(current_app.config).differences(session):
            click.echo(line)
            found += 1
    click.echo(f"{found} différence(s)")
    sys.exit(1 if found else 0)
