"""Running a job as the worker does."""

import pytest


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
