"""Databases for tests: created empty, migrated for real, dropped at the end."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from setup.cluster import Cluster

PREFIX = "test_"
# The reference data that tests live in.
DEPARTMENTS = ["01", "42", "69"]
ROOT = Path(__file__).parent.parent
# What migrations set on the database itself, which PostgreSQL does not copy.
SETTINGS = """
DO $$ DECLARE said text; BEGIN
    FOR said IN SELECT unnest(setconfig) FROM pg_db_role_setting AS kept
        JOIN pg_database AS model ON model.oid = kept.setdatabase
        WHERE model.datname = '{model}' AND kept.setrole = 0
    LOOP
        EXECUTE format('ALTER DATABASE %I SET %I = %L', '{copy}',
            split_part(said, '=', 1), substr(said, strpos(said, '=') + 1));
    END LOOP;
END $$
"""


@dataclass(frozen=True)
class Database:
    """One database of the private cluster."""

    cluster: Cluster
    name: str

    def url(self, role: str) -> str:
        """Its address for a role."""
        return self.cluster.url(role, self.name)

    def engine(self, role: str) -> sa.Engine:
        """An engine that keeps no connection once it is given back."""
        return sa.create_engine(self.url(role), poolclass=sa.pool.NullPool)

    @cached_property
    def superuser(self) -> sa.Engine:
        """An engine that no policy binds."""
        return sa.create_engine(self.url("postgres"))

    def alembic(self) -> Config:
        """Alembic's configuration for this database."""
        config = Config(ROOT / "alembic.ini")
        config.set_main_option("script_location", str(ROOT / "models" / "migrations"))
        config.set_main_option("sqlalchemy.url", self.url("maillage_owner"))
        return config


@contextmanager
def empty(cluster: Cluster, name: str, *, template: str = "template1") -> Iterator[Database]:
    """A new database without any table, or a copy of another; dropped at the end."""
    cluster.drop_database(name)
    cluster.create_database(name, template=template, is_durable=False)
    database = Database(cluster, name)
    try:
        yield database
    finally:
        database.superuser.dispose()
        cluster.drop_database(name)


@contextmanager
def migrated(cluster: Cluster, name: str) -> Iterator[Database]:
    """A new database with every migration applied."""
    with empty(cluster, name) as database:
        command.upgrade(database.alembic(), "head")
        yield database


# Makes a database that holds the reference data already, dropped at the end.
Furnished = Callable[[str], AbstractContextManager[Database]]


@contextmanager
def copied(model: Database, name: str) -> Iterator[Database]:
    """A database that begins as another one is, to which nobody may be connected."""
    with empty(model.cluster, name, template=model.name) as database:
        with database.superuser.begin() as connection:
            connection.execute(sa.text(SETTINGS.format(model=model.name, copy=name)))
        yield database


def drop_abandoned(cluster: Cluster) -> None:
    """Drop the databases of runs that were killed: they are named after their process."""
    engine = sa.create_engine(cluster.url("postgres", "postgres"), poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        names = connection.scalars(
            sa.text("SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+'")
        )
        for name in names:
            if not Path(f"/proc/{name.split('_')[1]}").exists():
                cluster.drop_database(name)
