"""`flask worker run`: the process that runs the jobs, under its own database role."""

import sys

import procrastinate
from flask.cli import AppGroup
from sqlalchemy import make_url

from app import blueprints
from app.config import settings
from app.extensions import db
from app.worker import schedule
from app.worker.heartbeat import is_alive

worker = AppGroup("worker", help="Tâches de fond : réservations, courriels, séjours.")


def connector(url: str) -> procrastinate.PsycopgConnector:
    """A pool on the database, where Procrastinate's tables come first."""
    parts = make_url(url)
    return procrastinate.PsycopgConnector(
        conninfo=parts.set(drivername="postgresql").render_as_string(hide_password=False),
        kwargs={"options": "-c search_path=jobs,public"},
        min_size=1,
        max_size=3,
    )


@worker.command("run")
def run_worker() -> None:
    """Run jobs until told to stop."""
    from app import create_app

    chosen = settings()
    blueprints.load_jobs(has_casework=chosen.has_casework)
    schedule.Host.app = create_app(chosen.for_worker())
    with schedule.jobs.replace_connector(connector(chosen.worker_database_url)) as jobs:
        jobs.run_worker(concurrency=1, delete_jobs="successful")


@worker.command("alive")
def check_alive() -> None:
    """Exit 1 unless a worker was heard of in the last minute; what a container's check asks."""
    sys.exit(0 if is_alive(db.session) else 1)
