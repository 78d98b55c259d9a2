"""What every test shares: a real database per worker, one rolled-back transaction per test."""

import os
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app import create_app, history
from app.config import Settings
from app.extensions import db
from models.secret import keyring
from search import indexing
from seeds.reference import load
from setup.cluster import Cluster, ensure_running
from tests import factories
from tests.browsing import BrowseAs, browsers
from tests.databases import (
    DEPARTMENTS,
    PREFIX,
    Database,
    Furnished,
    copied,
    drop_abandoned,
    migrated,
)


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    """The private cluster, started if it is not running."""
    return ensure_running()


@pytest.fixture(scope="session")
def furnished(cluster: Cluster) -> Iterator[Furnished]:
    """Makes databases with three départements of France: one is really migrated, then copied."""
    drop_abandoned(cluster)
    mine = f"{PREFIX}{os.getpid()}"
    with migrated(cluster, f"{mine}_model") as model:
        with model.engine("maillage_owner").begin() as connection:
            load(connection, departments=DEPARTMENTS)
        yield lambda what: copied(model, f"{mine}_{what}")


@pytest.fixture(scope="session")
def database(furnished: Furnished) -> Iterator[Database]:
    """A database of this worker's own."""
    with furnished("shared") as made:
        yield made


@pytest.fixture(scope="session")
def settings(database: Database) -> Settings:
    """Settings of the application under test: it connects as the web role."""
    return Settings(
        database_url=database.url("maillage_web"),
        worker_database_url=database.url("maillage_worker"),
        is_cookie_secure=False,
        demo="on",
    )


@pytest.fixture(scope="session")
def app(settings: Settings) -> Iterator[Flask]:
    """The application, made once; its connections are closed at the end."""
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def connection(database: Database) -> Iterator[sa.Connection]:
    """The superuser's connection, whose transaction is rolled back after the test."""
    with database.superuser.connect() as connection:
        transaction = connection.begin()
        yield connection
        transaction.rollback()


@pytest.fixture
def session(connection: sa.Connection, settings: Settings) -> Iterator[Session]:
    """The test's own session: what the application has not committed, it does not see."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    history.install()
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        factories.use(session)
        yield session


@pytest.fixture
def browse_as(app: Flask, connection: sa.Connection, session: Session) -> Iterator[BrowseAs]:
    """Signs an account in and gives its browser; the application runs as the web role."""
    with app.app_context():
        maker = db.sessionmaker
        engine = maker.kw["bind"]
        maker.configure(bind=connection, join_transaction_mode="create_savepoint")
    yield browsers(app, connection, session)
    maker.configure(bind=engine, join_transaction_mode="conditional_savepoint")


@pytest.fixture
def count_queries(connection: sa.Connection) -> Callable[[Callable[[], object]], int]:
    """Guard 6: how many queries an action sends."""

    def count(action: Callable[[], object]) -> int:
        sent: list[str] = []

        def note(conn, cursor, statement, parameters, context, executemany):
            sent.append(statement)

        sa.event.listen(connection, "before_cursor_execute", note)
        try:
            action()
        finally:
            sa.event.remove(connection, "before_cursor_execute", note)
        by_the_page = sent[sent.index("SET LOCAL ROLE maillage_web") :]
        return len([one for one in by_the_page if one.lstrip().startswith(("SELECT", "WITH"))])

    return count
