"""Guard 5: every migration goes up from nothing, and down, on a database with rows."""

import os

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.orm import Session

from models.secret import keyring
from seeds.reference import load
from tests import factories
from tests.databases import empty
from tests.guards.casework_rows import one_row_each


@pytest.fixture
def filled(cluster, settings):
    """A database of its own, with a row in every casework table."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    with empty(cluster, f"test_{os.getpid()}_migrations") as made:
        command.upgrade(made.alembic(), "head")
        with made.engine("maillage_owner").begin() as connection:
            load(connection, departments=["69"])
        with Session(made.superuser) as session:
            factories.use(session)
            one_row_each(session)
            session.commit()
        yield made


def test_every_migration_goes_down_and_up_again_with_rows_in_the_tables(filled):
    script = ScriptDirectory.from_config(filled.alembic())
    revisions = [revision.revision for revision in script.walk_revisions()]

    for _ in revisions:
        command.downgrade(filled.alembic(), "-1")
    command.upgrade(filled.alembic(), "head")
    command.check(filled.alembic())

    with filled.superuser.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM directory.place_lot")) == 0


def test_the_functions_and_policies_come_back_after_going_down_one_step(filled):
    command.downgrade(filled.alembic(), "0002")
    command.upgrade(filled.alembic(), "head")

    with filled.superuser.connect() as connection:
        policies = connection.scalar(sa.text("SELECT count(*) FROM pg_policies"))
        people = connection.scalar(sa.text("SELECT count(*) FROM casework.supervised_person"))

    assert policies > 30
    assert people == 1
