"""The private PostgreSQL cluster of this clone, stopped by the last of those who use it."""

import atexit
import os
import re
from dataclasses import dataclass

from setup import container, locks, ports, postgresql, settings
from setup.server import Server, query
from setup.steps import SetupError, say

EXTENSIONS = ("postgis", "pg_trgm", "unaccent", "fuzzystrmatch", "btree_gist")
NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")

_users = locks.Shared("cluster.users")


@dataclass(frozen=True)
class Cluster:
    """A running cluster, with what is needed to reach it."""

    server: Server
    port: int
    passwords: dict[str, str]

    def url(self, role: str, database: str) -> str:
        """The SQLAlchemy address of a database for a role."""
        return settings.url(role, self.passwords[role], self.port, database)

    def has_database(self, name: str) -> bool:
        """Whether a database of this name exists."""
        return (
            self._superuser(f"SELECT count(*) FROM pg_database WHERE datname = '{_checked(name)}'")
            == "1"
        )

    def create_database(
        self, name: str, *, template: str = "template1", is_durable: bool = True
    ) -> None:
        """Create a database of maillage_owner, or copy one; a throwaway one need not be durable."""
        _checked(name), _checked(template)
        self._superuser(f"CREATE DATABASE {name} OWNER maillage_owner TEMPLATE {template}")
        chosen = {"jit": "off", "max_parallel_workers_per_gather": "0", "work_mem": "'32MB'"}
        chosen |= {
            "timezone": "'Europe/Paris'",
            "synchronous_commit": "on" if is_durable else "off",
        }
        parts = [f"ALTER DATABASE {name} SET {key} = {value};" for key, value in chosen.items()]
        parts += [
            f"CREATE EXTENSION IF NOT EXISTS {extension} SCHEMA public;" for extension in EXTENSIONS
        ]
        parts += [
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC;",
            f"GRANT CREATE ON DATABASE {name} TO maillage_owner;",
        ]
        self._superuser("\n".join(parts), database=name)

    def drop_database(self, name: str) -> None:
        """Drop a database, connections included; one that does not exist is no error."""
        self._superuser(f"DROP DATABASE IF EXISTS {_checked(name)} WITH (FORCE)")

    def create_roles(self) -> None:
        """Create the three roles of the application, which are nobody's superuser."""
        roles = (role for role in self.passwords if role != settings.SUPERUSER)
        self._superuser("\n".join(_create_role(role, self.passwords[role]) for role in roles))

    def _superuser(self, sql: str, *, database: str = "postgres") -> str:
        env = os.environ | {
            "PGPASSWORD": self.passwords[settings.SUPERUSER],
            "PGOPTIONS": "-c client_min_messages=warning",
        }
        return query([*self.server.psql(self.port), f"--dbname={database}"], sql, env)


def ensure_running() -> Cluster:
    """Start the cluster unless it runs, and keep it running until this process ends."""
    if _users.hold():
        atexit.register(release)
    with locks.alone("cluster.lock"):
        server = _server()
        known = _prepared(server)
        if not server.is_running():
            if not ports.is_free(settings.cluster_port(known)):
                known = settings.move(ports.draw())
            server.start(settings.cluster_port(known))
        cluster = Cluster(server, settings.cluster_port(known), settings.passwords(known))
        cluster.create_roles()
    return cluster


def release() -> bool:
    """Stop the cluster if no other process uses it, and say whether this was done."""
    with _users.leave() as is_last:
        if not is_last or not (server := _server()).is_running():
            return False
        server.stop()
        return True


def _prepared(server: Server) -> dict[str, str]:
    """Make the settings and the data directory that go together, and return the settings."""
    if server.exists() and not settings.has_passwords():
        say("Les clés de l'ancienne base ont disparu : la base est refaite.")
        server.destroy()
    known = settings.complete(ports.draw)
    if not server.exists():
        server.create(settings.passwords(known)[settings.SUPERUSER])
    return known


def _server() -> Server:
    programs = postgresql.programs()
    if programs:
        return postgresql.PackagedServer(programs)
    if container.answers():
        return container.ContainerServer()
    raise SetupError(
        "PostgreSQL et PostGIS manquent sur cette machine : lancez d'abord « make prepare »."
    )


def _create_role(role: str, password: str) -> str:
    rights = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS"
    exists = f"EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}')"
    create = f"CREATE ROLE {role} {rights} PASSWORD '{password}'"
    return f"DO $$ BEGIN IF NOT {exists} THEN {create}; END IF; END $$;"


def _checked(name: str) -> str:
    if not NAME.fullmatch(name):
        raise ValueError(f"not a database name: {name!r}")
    return name
