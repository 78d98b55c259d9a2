"""The demonstration, planted once in a database of its own by the web role."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app import create_app
from app.config import Settings
from app.extensions import db
from app.network.refreshing import refresh_all
from seeds.demo import plant, plant_days
from seeds.reference import load
from setup.cluster import Cluster
from tests.databases import PREFIX, ROOT, Database, migrated

DEPARTMENTS = ["01", "42", "69"]


@dataclass(frozen=True)
class Planted:
    """A planted database, the application upon it, and what planting said."""

    database: Database
    app: Flask
    said: list[str]


@pytest.fixture(scope="session")
def planted(cluster: Cluster) -> Iterator[Planted]:
    """The whole demonstration; nobody may change it."""
    with migrated(cluster, f"{PREFIX}{os.getpid()}_demo") as database:
        with database.engine("maillage_owner").begin() as connection:
            load(connection, departments=DEPARTMENTS)
        cluster.create_database(twin_of(database), template=database.name, is_durable=False)
        app = create_app(settings_of(database))
        with app.app_context():
            said = list(plant(db.session))
        with Session(database.engine("maillage_worker")) as worker:
            refresh_all(worker)
            plant_days(worker)
            worker.commit()
        yield Planted(database, app, said)
        with app.app_context():
            db.engine.dispose()
        cluster.drop_database(twin_of(database))


@pytest.fixture
def everything(planted: Planted) -> Iterator[Session]:
    """All that was planted, seen by the superuser."""
    with planted.app.app_context(), Session(planted.database.superuser) as session:
        yield session


@pytest.fixture
def on_the_web(planted: Planted) -> Iterator[Session]:
    """What was planted, seen by the web role; one says for whom with `acting_as`."""
    with planted.app.app_context():
        yield db.session
        db.session.rollback()


def settings_of(database: Database) -> Settings:
    """The application as the web role of this database."""
    return Settings(
        database_url=database.url("maillage_web"),
        worker_database_url=database.url("maillage_worker"),
        is_cookie_secure=False,
        demo="on",
    )


def twin_of(database: Database) -> str:
    """A database that holds the same reference data, and no demonstration yet."""
    return f"{database.name}_twin"


def plant_twin(planted: Planted) -> Database:
    """Plant the twin as the operator does, in another process whose sets come in another order."""
    twin = Database(planted.database.cluster, twin_of(planted.database))
    command = [sys.executable, "-m", "flask", "--app", "app", "demo", "plant"]
    env = os.environ | {
        "DATABASE_URL": twin.url("maillage_web"),
        "WORKER_DATABASE_URL": twin.url("maillage_worker"),
        "PYTHONHASHSEED": "7",
    }
    subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return twin


def count(session: Session, query: sa.Select[Any]) -> int:
    """How many."""
    return session.scalar(query) or 0
