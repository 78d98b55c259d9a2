"""The network questions are asked of: that of the demonstration, without its people."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from app import create_app
from app.config import Settings
from app.extensions import db
from seeds.demo.network import plant_network
from seeds.demo.shelters import plant_shelters
from seeds.reference import load
from setup.cluster import Cluster
from tests.databases import PREFIX, Database, migrated

DEPARTMENTS = ["01", "42", "69"]


@contextmanager
def planted(cluster: Cluster) -> Iterator[Flask]:
    """The application upon a database of its own, dropped at the end."""
    with migrated(cluster, f"{PREFIX}{os.getpid()}_relevance") as database:
        with database.engine("maillage_owner").begin() as connection:
            load(connection, departments=DEPARTMENTS)
        app = create_app(_settings(database))
        with app.app_context():
            for stage in (plant_network, plant_shelters):
                stage(db.session)
                db.session.commit()
            yield app
            db.session.rollback()
            db.engine.dispose()


def _settings(database: Database) -> Settings:
    return Settings(
        database_url=database.url("maillage_web"),
        worker_database_url=database.url("maillage_worker"),
        is_cookie_secure=False,
        demo="on",
    )
