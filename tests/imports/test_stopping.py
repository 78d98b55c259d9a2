"""An import that an error of ours stops at every try says so, and is taken up again or undone."""

from contextlib import nullcontext

import pytest
import sqlalchemy as sa

from app.imports import commands, stages
from app.imports.stopping import MOST_TRIES
from models.codes.imports import RunState
from models.imports import ImportRun
from models.organization import Organization
from tests.imports.conftest import CLINIC, FOYER
from tests.imports.sending import last_run, send


class Broken:
    """Stages of a run that fail, all of them mended at once."""

    def __init__(self, patch):
        self.patch = patch

    def __call__(self, name, *, after=0):
        verb, calls = getattr(stages, name), []

        def fail(*arguments):
            calls.append(name)
            if len(calls) > after:
                raise RuntimeError("planted")
            return verb(*arguments)

        self.patch.setattr(stages, name, fail)

    def mend(self):
        self.patch.undo()


@pytest.fixture
def broken():
    """One verb of a stage fails, until the test mends it."""
    with pytest.MonkeyPatch.context() as patch:
        yield Broken(patch)


@pytest.fixture
def entering(coordinator, session, work, monkeypatch):
    """A run of two batches, one line each, that somebody has just asked to put in."""
    monkeypatch.setattr(stages, "AT_ONCE", 1)
    send(coordinator, FOYER, CLINIC)
    work()
    run = last_run(session)
    coordinator.post("imports.apply", {"doubts": "LEAVE"}, run_id=run.id)
    return run


def partners(session):
    return session.scalar(sa.select(sa.func.count()).select_from(Organization))


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


def test_a_refused_file_is_never_put_in(coordinator, session, work):
    send(coordinator, content=b"PK\x03\x04broken")
    work()
    run = last_run(session)

    for endpoint in ("imports.resume", "imports.apply", "imports.undo"):
        answer = coordinator.post(endpoint, {"doubts": "LEAVE"}, run_id=run.id)
        assert answer.status_code == 409
    assert last_run(session).state is RunState.FAILED


@pytest.fixture
def command(app, browse_as, tmp_path, session, monkeypatch):
    """`flask import`, in the test's own transaction."""
    path = tmp_path / "partenaires.csv"
    path.write_text("Nom;Code postal;Commune\nFoyer des Lilas;69100;Villeurbanne\n", "utf-8")
    monkeypatch.setattr(commands, "as_worker", nullcontext)
    monkeypatch.setattr(commands, "find_all", lambda _: 0)

    def run(word, *options):
        session.commit()
        given = [str(path), *options] if word == "run" else options
        return app.test_cli_runner().invoke(args=["import", word, *given])

    return run


def test_the_command_says_it_and_ends_with_one(session, command, broken):
    broken("put_in")
    result = command("run")
    assert result.exit_code == 1
    assert "L'import s'est arrêté" in result.output
    assert "Pour reprendre : la même commande." in result.output
    assert "Interrompu" in command("list").output
    assert command("run", "--dry-run").exit_code == 0
    assert partners(session) == 0

    broken.mend()
    assert command("run").exit_code == 0
    assert partners(session) == 1
    broken("undo_lines")
    number = str(sorted(session.scalars(sa.select(ImportRun.id)))[0])
    assert "L'annulation s'est arrêtée" in command("undo", number).output
    broken.mend()
    assert command("undo", number).exit_code == 0
    assert partners(session) == 0
