"""Running a job as the worker does, and a search that somebody watches."""

import datetime as dt

import pytest

from app.saved.jobs import look_again
from models.base import now
from models.saved import SavedSearch
from tests.factories import CounsellorFactory


@pytest.fixture
def as_worker(app, session, connection):
    """Runs a job under the worker's role, in the test's transaction."""

    def run(job):
        session.flush()
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        try:
            with app.app_context():
                return job(session)
        finally:
            session.flush()
            connection.exec_driver_sql("RESET ROLE")
            session.expire_all()

    return run


@pytest.fixture
def owner(session):
    return CounsellorFactory()


@pytest.fixture
def watch(session, browse_as, owner, as_worker):
    """Saves a search as a person does, and looks at it again as the worker does."""
    browser = browse_as(owner)

    def save(**asked):
        browser.post("saved.create", {"name": "Suivie", "is_watched": "y"}, **asked)
        return session.query(SavedSearch).one()

    def again(search):
        search.looked_at = now() - dt.timedelta(hours=4)
        return as_worker(look_again)

    return browser, save, again
