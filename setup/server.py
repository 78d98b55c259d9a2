"""What the cluster asks of a PostgreSQL server, whether Debian's packages or a container run it."""

import os
import subprocess
from collections.abc import Mapping
from typing import Protocol

from setup.steps import SetupError

MB = 1024 * 1024


def buffers(memory: int) -> str:
    """A quarter of the machine's bytes, as PostgreSQL's manual advises; 4 GB hold a country."""
    return f"{min(max(memory // 4 // MB, 128), 4096)}MB"


OPTIONS = {
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "max_connections": "150",
    "shared_buffers": buffers(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")),
    "max_wal_size": "2GB",
    # A failing statement must not write the values of a row into the log.
    "log_error_verbosity": "terse",
}
INITDB = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=fr-FR"]


class Server(Protocol):
    """A PostgreSQL server that belongs to this clone alone."""

    def exists(self) -> bool:
        """Whether its data directory was made."""

    def create(self, password: str) -> None:
        """Make its data directory, with this superuser password."""

    def destroy(self) -> None:
        """Stop it and forget its data."""

    def is_running(self) -> bool:
        """Whether it answers to start and stop as running."""

    def start(self, port: int) -> None:
        """Start it on this port of 127.0.0.1, and wait until it answers."""

    def stop(self) -> None:
        """Stop it, connections included."""

    def psql(self, port: int) -> list[str]:
        """The beginning of a psql command that reaches it."""


def query(command: list[str], sql: str, env: Mapping[str, str]) -> str:
    """Send SQL on the standard input, which no process list shows; return the bare answer."""
    options = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
    done = subprocess.run(
        [*command, *options], input=sql, env=dict(env), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SetupError(f"PostgreSQL refuse une commande : {done.stderr.strip()}")
    return done.stdout.strip()
