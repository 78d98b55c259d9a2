"""Databases for tests: created empty, migrated for real, dropped at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from setup.cluster import Cluster

PREFIX = "test_"
ROOT = Path(__file__).parent.parent


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
def empty(cluster: Cluster, name: str) -> Iterator[Database]:
    """A new database without any table, dropped at the end."""
    cluster.drop_database(name)
    cluster.create_database(name, is_durable=False)
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
