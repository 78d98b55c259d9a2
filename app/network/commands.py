"""Commands of the network: `flask network refresh`."""

import click
from flask.cli import AppGroup

from app.network.refreshing import refresh_all
from app.worker.sessions import as_worker

network = AppGroup("network", help="Copies que lit la carte du réseau.")


@network.command("refresh")
def refresh_network() -> None:
    """Copy every offer anew, with the counts of the map and of the day."""
    with as_worker() as session:
        number = refresh_all(session)
    click.echo(f"La carte du réseau est refaite : {number} offres lues.")
