"""The database that the containers' script makes: the same as our set-up's, migrations included."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command

from setup.cluster import EXTENSIONS, Cluster
from tests.databases import ROOT, Database

MADE = sa.text("SELECT extname FROM pg_extension")
OWNER = sa.text(
    "SELECT rolname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba"
    " WHERE datname = current_database()"
)


@pytest.fixture
def made(cluster: Cluster) -> Iterator[Database]:
    """Made by the script, for real; roles that are there already keep their passwords."""
    name = f"test_{os.getpid()}_compose"
    cluster.drop_database(name)
    psql = Path(cluster.server.psql(cluster.port)[0])
    env = os.environ | {
        "PATH": f"{psql.parent}:{os.environ['PATH']}",
        "PGHOST": "127.0.0.1",
        "PGPORT": str(cluster.port),
        "PGPASSWORD": cluster.passwords["postgres"],
        "MAILLAGE_DATABASE": name,
    }
    env |= {f"{role}_PASSWORD": "a1" for role in ("OWNER", "WEB", "WORKER")}
    subprocess.run(["sh", str(ROOT / "docker/create-database.sh")], env=env, check=True)
    database = Database(cluster, name)
    yield database
    database.superuser.dispose()
    cluster.drop_database(name)


def test_migrations_apply_to_it_as_its_owner(made):
    command.upgrade(made.alembic(), "head")
    command.check(made.alembic())

    with made.superuser.connect() as connection:
        assert set(connection.scalars(MADE)) >= set(EXTENSIONS)
        assert connection.scalar(OWNER) == "maillage_owner"
    with made.engine("maillage_web").connect() as connection:
        assert connection.exec_driver_sql("SHOW jit").scalar() == "off"
