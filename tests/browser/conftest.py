"""A world of its own for the browser: its database, its server, its Chromium."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import sqlalchemy as sa
from flask import Flask
from playwright.sync_api import Playwright, sync_playwright
from sqlalchemy.orm import Session

from app import create_app
from app.config import Settings
from app.worker import schedule
from models.secret import keyring
from search import indexing
from setup import front
from tests import factories
from tests.browser.aside import aside
from tests.browser.opening import Chromiums, House
from tests.browser.server import serving
from tests.browser.world import World
from tests.databases import Database, Furnished

# Everything else of the directory and of cases hangs on these.
PLANTED = """directory.organization, directory.network_cell, directory.network_day,
    directory.network_sum, directory.offer_touched, directory.unmet_search,
    casework.supervised_person"""


@pytest.fixture(scope="session")
def database(furnished: Furnished) -> Iterator[Database]:
    """What these tests write is committed, so that the server sees it."""
    with furnished("browser") as made:
        yield made


@pytest.fixture(scope="module", autouse=True)
def nothing_of_other_files(database: Database) -> None:
    """Partners and cases planted by another file are gone: lists hold what this one plants."""
    with database.superuser.begin() as connection:
        connection.execute(sa.text(f"TRUNCATE {PLANTED} CASCADE"))


@pytest.fixture(scope="session")
def settings(database: Database) -> Settings:
    """Settings of the server."""
    return Settings(
        database_url=database.url("maillage_web"),
        worker_database_url=database.url("maillage_worker"),
        is_cookie_secure=False,
        demo="on",
    )


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    """The application beside the server: for passwords, codes and jobs."""
    return create_app(settings.for_worker())


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver; it keeps an event loop running in this thread, so not for long."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def home(settings: Settings, tmp_path_factory) -> Iterator[str]:
    """The address of the server."""
    front.ensure_built()
    with serving(settings, tmp_path_factory.mktemp("browser") / "web.log") as address:
        yield address


@pytest.fixture(scope="module")
def house(app: Flask, home: str, playwright: Playwright) -> Iterator[House]:
    """The server and the browsers, with and without WebGL."""
    with ExitStack() as closing:
        yield House(app, home, Chromiums(playwright, closing))


@pytest.fixture
def session(database: Database, settings: Settings) -> Iterator[Session]:
    """A session whose rows the server sees once `commit` is called; no policy binds it."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    with Session(database.superuser, expire_on_commit=False) as session:
        factories.use(session)
        yield session


@pytest.fixture
def world(app: Flask, session: Session) -> World:
    """Plants accounts, posts and beds, and commits them."""
    return World(app, session)


@pytest.fixture
def run_job(app: Flask, monkeypatch):
    """Runs a job of the worker now, under the worker's role."""
    monkeypatch.setattr(schedule.Host, "app", app)
    return lambda job: aside(lambda: schedule.run(job))


@pytest.fixture(autouse=True)
def no_window_left_open(house: House) -> Iterator[None]:
    """Close what a test opened."""
    yield
    for browser in house.browsers.values():
        for context in browser.contexts:
            context.close()
