"""The network questions are asked of: the demonstration's, without its people, and real data."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from app import create_app
from app.config import Settings
from app.extensions import db
from app.imports import commands
from models.codes.imports import Doubts
from seeds.demo.network import plant_network
from seeds.demo.shelters import plant_shelters
from seeds.reference import load
from setup.cluster import Cluster
from tests.databases import PREFIX, Database, migrated

DEPARTMENTS = ["01", "42", "69"]
# Open data of all France, where it is present; none of it is ours to ship.
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def real_files() -> list[Path]:
    """What is there to be imported."""
    return sorted(DATA.glob("*.csv*"))


@contextmanager
def planted(cluster: Cluster, *, real: list[Path] | None = None) -> Iterator[Flask]:
    """The application upon a database of its own, dropped at the end, with these files in it."""
    with migrated(cluster, f"{PREFIX}{os.getpid()}_relevance") as database:
        with database.engine("maillage_owner").begin() as connection:
            load(connection, departments=None if real else DEPARTMENTS)
        app = create_app(_settings(database))
        with app.app_context():
            for stage in (plant_network, plant_shelters):
                stage(db.session)
                db.session.commit()
            if real:
                bring_in(real)
            yield app
            db.session.rollback()
            db.engine.dispose()


def bring_in(files: list[Path]) -> None:
    """Import them as the command does; what may be twice there is not looked for."""
    for path in files:
        assert commands.bring_in(path, "", Doubts.CREATE, dry_run=False), path


def _settings(database: Database) -> Settings:
    return Settings(
        database_url=database.url("maillage_web"),
        worker_database_url=database.url("maillage_worker"),
        is_cookie_secure=False,
        demo="on",
    )
