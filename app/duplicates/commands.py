"""Commands of duplicates: `flask duplicates find`."""

import click
from flask.cli import AppGroup

from app.filters import plural
from app.worker.sessions import as_worker
from search.duplicates import find_all

duplicates = AppGroup("duplicates", help="Fiches en double : celles que l'on propose de comparer.")


@duplicates.command("find")
def find_duplicates() -> None:
    """Compare the whole network again, and print how many pairs wait for somebody."""
    with as_worker() as session:
        number = find_all(session)
    click.echo(f"{plural(number, 'doublon possible', 'doublons possibles')} à vérifier.")
