"""Guard 5 on data: each migration, one at a time, beside a reader and a writer that never pause."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from app import create_app
from app.config import Settings
from app.extensions import db
from seeds.demo import plant
from tests.databases import Database
from tests.guards.traffic import Traffic
from tests.guards.volume import multiply

FIRST = "0005"
OFFERS = sa.text("SELECT count(*) FROM directory.offer")
LONGEST_S = 4


@pytest.fixture(scope="module")
def demonstration(furnished) -> Iterator[Database]:
    """The demonstration, as it was before the migrations that follow the first release."""
    with furnished("moving") as made:
        url = made.url("maillage_web")
        app = create_app(Settings(database_url=url, is_cookie_secure=False, demo="on"))
        with app.app_context():
            list(plant(db.session))
            db.engine.dispose()
        command.downgrade(made.alembic(), FIRST)
        yield made


@pytest.fixture(scope="module")
def nation(demonstration: Database) -> Database:
    """The same with 100,000 offers."""
    with demonstration.superuser.connect() as connection:
        offers = connection.scalar(OFFERS) or 1
    with demonstration.superuser.begin() as connection:
        multiply(connection, 100_000 // offers)
    return demonstration


def test_no_migration_makes_a_reader_or_a_writer_wait(nation):
    before = count(nation)

    for revision in revisions(nation):
        with Traffic(nation.url("maillage_web").replace("+psycopg", "")) as traffic:
            command.upgrade(nation.alembic(), revision)
        assert traffic.wrong == [], revision
        assert max(traffic.longest.values()) < LONGEST_S, (revision, traffic.longest)

    command.downgrade(nation.alembic(), FIRST)
    command.upgrade(nation.alembic(), "head")
    command.check(nation.alembic())
    assert count(nation) == before


def revisions(made: Database) -> list[str]:
    """Those after the first release, oldest first."""
    script = ScriptDirectory.from_config(made.alembic())
    return [one.revision for one in script.iterate_revisions("head", FIRST)][::-1]


def count(made: Database) -> int:
    """How many offers there are."""
    with made.superuser.connect() as connection:
        return connection.scalar(OFFERS) or 0
