"""The database of the bench: kept while it is the country asked for, made again otherwise."""

import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from app.config import Settings
from bench.country import VERSION, making
from bench.scale import Scale
from models.secret import keyring
from search import indexing
from seeds.reference import load
from setup.cluster import Cluster

ROOT = Path(__file__).parent.parent.parent
Say = Callable[[str], None]


class Database:
    """One database, at one scale, over all of France or some départements of it."""

    def __init__(
        self,
        cluster: Cluster,
        name: str,
        scale: Scale,
        departments: Collection[str] | None = None,
    ) -> None:
        self.cluster, self.name, self.scale = cluster, name, scale
        self.departments = departments

    def url(self, role: str) -> str:
        """Its address for a role."""
        return self.cluster.url(role, self.name)

    def engine(self, role: str = "postgres") -> sa.Engine:
        """An engine that keeps no connection; no policy binds the superuser who loads."""
        return sa.create_engine(self.url(role), poolclass=sa.pool.NullPool)

    def settings(self) -> Settings:
        """Those of an application served on it, as `make demo` does."""
        return Settings(
            database_url=self.url("maillage_web"),
            worker_database_url=self.url("maillage_worker"),
            is_cookie_secure=False,
            demo="on",
        )

    def ensure(self, say: Say) -> None:
        """Make it, unless it is there and whole."""
        if self.cluster.has_database(self.name) and self._stamp() == self.stamp:
            say("the generated country is there already")
            return
        started = time.monotonic()
        for step in self._make():
            say(f"{time.monotonic() - started:6.1f} s  {step}")

    @property
    def stamp(self) -> str:
        """What tells one country from another."""
        head = ScriptDirectory.from_config(self._alembic()).get_current_head()
        where = ",".join(self.departments or ["France"])
        return f"{self.scale.offers} offers, generator {VERSION}, migration {head}, {where}"

    def _make(self) -> Iterator[str]:
        self.cluster.drop_database(self.name)
        self.cluster.create_database(self.name)
        command.upgrade(self._alembic(), "head")
        with self.engine("maillage_owner").begin() as connection:
            load(connection, departments=self.departments)
        yield "reference data"
        settings = self.settings()
        keyring.load(settings.encryption_keys, settings.lookup_key)
        indexing.install()
        yield from making.make(self.engine(), self.scale)
        with self.engine().begin() as connection:
            connection.execute(sa.text(f"COMMENT ON DATABASE {self.name} IS '{self.stamp}'"))

    def _stamp(self) -> str | None:
        said = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = :name"
        with self.engine().connect() as connection:
            stamp: str | None = connection.scalar(sa.text(said), {"name": self.name})
        return stamp

    def _alembic(self) -> Config:
        config = Config(ROOT / "alembic.ini")
        config.set_main_option("script_location", str(ROOT / "models" / "migrations"))
        config.set_main_option("sqlalchemy.url", self.url("maillage_owner"))
        return config
