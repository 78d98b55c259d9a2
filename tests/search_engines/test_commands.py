"""What an operator asks of the copy, and under which roles it is kept."""

from contextlib import contextmanager

import pytest
from pydantic import ValidationError

from app.searching import jobs
from search import outbox
from tests import factories


@pytest.fixture
def run(app, session, connection, browse_as, double, monkeypatch):
    """Runs a command in the test's transaction, as the worker's role where it is the worker's."""

    @contextmanager
    def as_worker():
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        try:
            yield session
            session.flush()
        finally:
            connection.exec_driver_sql("RESET ROLE")

    monkeypatch.setattr("app.searching.commands.as_worker", as_worker)
    monkeypatch.setitem(app.config, "SEARCH_ENGINE", "meilisearch")
    monkeypatch.setitem(app.config, "MEILI_URL", double.url)
    return lambda name: app.test_cli_runner().invoke(args=["search", name], catch_exceptions=False)


def test_rebuild_fills_the_index_and_status_tells(run, double):
    offer = factories.TigPostFactory()
    assert "index : à faire" in run("status").output

    assert "Offres copiées : 1, mises de côté : 0" in run("rebuild").output

    assert list(double.indexes["offers"]) == [offer.id]
    assert "index refait le" in run("status").output


def test_verify_fails_when_the_index_differs(run, double):
    factories.TigPostFactory()
    run("rebuild")
    assert (run("verify").exit_code, run("verify").output) == (0, "0 différence(s)\n")

    double.indexes["offers"].clear()

    assert run("verify").exit_code == 1
    assert "absente de l'index" in run("verify").output


def test_the_job_sends_what_a_page_changed(app, run, session, connection, double):
    offer = factories.TigPostFactory(title="Jardin")
    run("rebuild")
    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")
    offer.title = "Cuisine"
    session.commit()

    connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
    with app.app_context():
        jobs.copy_changes(session)
    connection.exec_driver_sql("RESET ROLE")

    assert double.indexes["offers"][offer.id]["names"].startswith("cuisine")
    assert outbox.counts(session) == (0, 0)


def test_an_engine_with_no_address_is_refused_at_the_start(settings):
    with pytest.raises(ValidationError, match="MEILI_URL"):
        type(settings)(**settings.model_dump() | {"search_engine": "meilisearch"})
