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
from tests.databases import ROOT, Database, Furnished


@dataclass(frozen=True)
class Planted:
    """A planted database, the application upon it, and what planting said."""

    database: Database
    # The same reference data, and no demonstration yet.
    twin: Database
    app: Flask
    said: list[str]


@pytest.fixture(scope="session")
def planted(furnished: Furnished) -> Iterator[Planted]:
    """The whole demonstration; nobody may change it."""
    with furnished("demo") as database, furnished("twin") as twin:
        app = create_app(settings_of(database))
        with app.app_context():
            said = list(plant(db.session))
        with Session(database.engine("maillage_worker")) as worker:
            refresh_all(worker)
            plant_days(worker)
            worker.commit()
        yield Planted(database, twin, app, said)
        with app.app_context():
            db.engine.dispose()


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


def plant_twin(planted: Planted) -> Database:
    """Plant the twin as the operator does, in another process whose sets come in another order."""
    twin = planted.twin
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
