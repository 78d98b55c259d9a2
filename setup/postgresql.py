"""A private PostgreSQL cluster made with Debian's packages, listening on 127.0.0.1 only."""

import hashlib
import os
import shutil
from pathlib import Path

from setup.paths import LOGS, ROOT, STATE
from setup.server import INITDB, OPTIONS
from setup.steps import SetupError, run, say

PACKAGED = Path("/usr/lib/postgresql")
OLDEST = 15
SYSTEM_USER = "postgres"


def programs() -> Path | None:
    """The folder of the newest packaged PostgreSQL that comes with PostGIS, if any."""
    versions = sorted(
        (int(p.name) for p in PACKAGED.glob("[0-9]*") if p.name.isdigit()), reverse=True
    )
    for version in versions:
        control = Path(f"/usr/share/postgresql/{version}/extension/postgis.control")
        if version >= OLDEST and control.exists() and (PACKAGED / f"{version}/bin/initdb").exists():
            return PACKAGED / f"{version}/bin"
    return None


class PackagedServer:
    """The cluster of this clone; as PostgreSQL refuses root, root lends it to another user."""

    def __init__(self, programs: Path) -> None:
        self.is_root = os.geteuid() == 0
        # That user cannot enter a clone under /root: its data lives where it can go.
        name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
        self.home = Path("/var/lib/maillage", name) if self.is_root else STATE / "postgresql"
        self.data = self.home / "data"
        self.programs = self._programs_of_data() or programs

    def exists(self) -> bool:
        """Whether its data directory was made."""
        return self.data.exists()

    def create(self, password: str) -> None:
        """Make its data directory, under another name until it is whole."""
        say("Création de la base PostgreSQL privée…")
        draft, secret = self.home / "data.new", self.home / "password"
        self._make_home()
        shutil.rmtree(draft, ignore_errors=True)
        secret.touch(mode=0o600)
        secret.write_text(password)
        self._own(secret)
        try:
            access = ["--username=postgres", "--auth=scram-sha-256", f"--pwfile={secret}"]
            self._run(
                ["initdb", f"--pgdata={draft}", *INITDB, *access],
                "La base privée n'a pas pu être créée",
            )
        finally:
            secret.unlink()
        draft.rename(self.data)

    def destroy(self) -> None:
        """Stop it and forget its data."""
        if self.is_running():
            self.stop()
        shutil.rmtree(self.data)

    def is_running(self) -> bool:
        """Whether the process named by the data directory is this cluster's."""
        try:
            pid = (self.data / "postmaster.pid").read_text().split("\n", 1)[0]
            return str(self.data) in Path(f"/proc/{pid}/cmdline").read_text()
        except OSError:
            return False

    def start(self, port: int) -> None:
        """Start it without a socket, whose path could be too long, and wait until it answers."""
        chosen = OPTIONS | {
            "port": str(port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
        }
        options = " ".join(f"-c {name}='{value}'" for name, value in chosen.items())
        log = self.home / "log" if self.is_root else LOGS / "postgresql.log"
        self._control(
            "start", f"--log={log}", f"--options={options}", failure="PostgreSQL n'a pas démarré"
        )

    def stop(self) -> None:
        """Stop it, connections included."""
        self._control("stop", "--mode=fast", failure="PostgreSQL ne s'est pas arrêté")

    def psql(self, port: int) -> list[str]:
        """The beginning of a psql command that reaches it."""
        return [
            str(self.programs / "psql"),
            "--host=127.0.0.1",
            f"--port={port}",
            "--username=postgres",
        ]

    def _programs_of_data(self) -> Path | None:
        if not self.exists():
            return None
        version = (self.data / "PG_VERSION").read_text().strip()
        if not (PACKAGED / version / "bin/postgres").exists():
            raise SetupError(
                f"La base de {self.data} demande PostgreSQL {version}, qui n'est plus installé."
            )
        return PACKAGED / version / "bin"

    def _control(self, verb: str, *options: str, failure: str) -> None:
        self._run(
            ["pg_ctl", verb, f"--pgdata={self.data}", "--wait", "--timeout=60", *options], failure
        )

    def _run(self, command: list[str], failure: str) -> None:
        prefix = ["runuser", "-u", SYSTEM_USER, "--"] if self.is_root else []
        program = str(self.programs / command[0])
        run([*prefix, program, *command[1:]], failure=failure, log="pg_ctl", cwd=self.home)

    def _make_home(self) -> None:
        self.home.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        self.home.mkdir(mode=0o700, exist_ok=True)
        self._own(self.home)

    def _own(self, path: Path) -> None:
        if self.is_root:
            shutil.chown(path, SYSTEM_USER, SYSTEM_USER)
