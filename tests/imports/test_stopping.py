"""An import that an error of ours stops at every try says so, and is taken up again or undone."""

import pytest
from structlog.testing import capture_logs

from app.imports import stages
from app.imports.stopping import MOST_TRIES
from models.codes.imports import RunState
from tests.imports.conftest import CLINIC, FOYER
from tests.imports.sending import last_run, partners, send


@pytest.fixture
def entering(coordinator, session, work, monkeypatch):
    """A run of two batches, one line each, that somebody has just asked to put in."""
    monkeypatch.setattr(stages, "AT_ONCE", 1)
    send(coordinator, FOYER, CLINIC)
    work()
    run = last_run(session)
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    return run


def until_given_up(work):
    # A batch may go in first; then each job is a try, and the one after the last says it.
    for _ in range(MOST_TRIES + 2):
        work()


def test_it_is_told_then_taken_up_again(coordinator, session, work, entering, broken):
    broken("put_in", after=1)
    for _ in range(MOST_TRIES + 1):
        work()
    assert last_run(session).state is RunState.APPLYING
    work()

    assert last_run(session).state is RunState.FAILED
    page = coordinator.get("imports.show", run_id=entering.id)
    assert "L'import s'est arrêté" in page
    assert "1 ligne créée" in page
    assert "1 en attente" in page
    assert "Lignes du fichier À créer (2)" in page
    assert "Interrompu" in coordinator.get("imports.index")

    broken.mend()
    coordinator.post("imports.resume", run_id=entering.id)
    work()
    assert last_run(session).state is RunState.APPLIED
    assert partners(session) == 2


def test_what_went_in_can_be_undone(coordinator, session, work, entering, broken):
    broken("put_in", after=1)
    until_given_up(work)
    assert partners(session) == 1

    coordinator.post("imports.undo", run_id=entering.id)
    work()

    assert last_run(session).state is RunState.UNDONE
    assert partners(session) == 0


def test_an_undoing_that_stops_is_taken_up_again(coordinator, session, work, entering, broken):
    work()
    coordinator.post("imports.undo", run_id=entering.id)
    broken("undo_lines")
    until_given_up(work)
    page = coordinator.get("imports.show", run_id=entering.id)
    assert "L'annulation s'est arrêtée" in page
    assert "Lignes du fichier Créées (2)" in page

    broken.mend()
    coordinator.post("imports.resume", run_id=entering.id)
    work()
    assert partners(session) == 0


def test_the_log_says_where_and_no_word_of_the_error(work, entering, broken):
    broken("put_in")

    with capture_logs() as log:
        work()

    (told,) = [entry for entry in log if entry["event"] == "import stopped"]
    assert told["error"] == "RuntimeError"
    assert "in fail" in told["path"]
    assert told.keys() == {"event", "log_level", "run", "error", "path"}


def test_a_refused_file_is_never_put_in(coordinator, session, work):
    send(coordinator, content=b"PK\x03\x04broken")
    work()
    run = last_run(session)

    for endpoint in ("imports.resume", "imports.apply", "imports.undo"):
        answer = coordinator.post(endpoint, {"doubts": "LEAVE"}, run_id=run.id)
        assert answer.status_code == 409
    assert last_run(session).state is RunState.FAILED
