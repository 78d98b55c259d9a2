"""`flask import` says what stopped it, and takes it up again."""

from contextlib import nullcontext

import pytest
import sqlalchemy as sa

from app.imports import commands
from models.imports import ImportRun
from tests.imports.sending import partners


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
