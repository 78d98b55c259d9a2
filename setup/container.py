"""A private PostgreSQL server in a container, for a machine where packages cannot be installed."""

import functools
import hashlib
import os
import shlex
import shutil
import subprocess

from setup import settings
from setup.paths import ROOT
from setup.server import INITDB, OPTIONS
from setup.steps import SetupError, run, say, wait_until

IMAGE = "docker.io/postgis/postgis:16-3.4"


@functools.cache
def answers() -> bool:
    """Whether a Docker is installed and its daemon answers."""
    docker = shutil.which("docker")
    return docker is not None and _succeeds([docker, "info"])


class ContainerServer:
    """The server of this clone: the container goes when it stops, its volume keeps the data."""

    def __init__(self) -> None:
        self.name = f"maillage-{hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]}"

    def exists(self) -> bool:
        """Whether its volume was made."""
        return _succeeds(["docker", "volume", "inspect", self.name])

    def create(self, password: str) -> None:
        """Fetch the image and make the volume; the first start fills it."""
        say("Téléchargement de l'image PostgreSQL et PostGIS (1 à 5 minutes)…")
        run(
            ["docker", "pull", IMAGE],
            failure="L'image PostgreSQL n'a pas pu être téléchargée",
            log="docker",
        )
        run(
            ["docker", "volume", "create", self.name],
            failure="Docker refuse de créer un volume",
            log="docker",
        )

    def destroy(self) -> None:
        """Stop it and forget its data."""
        if self.is_running():
            self.stop()
        run(
            ["docker", "volume", "rm", self.name],
            failure="Docker refuse de supprimer l'ancien volume",
            log="docker",
        )

    def is_running(self) -> bool:
        """Whether the container runs."""
        return _succeeds(["docker", "container", "inspect", self.name])

    def start(self, port: int) -> None:
        """Start it, the password passed by the environment, and wait until it answers over TCP."""
        password = settings.passwords(settings.read())[settings.SUPERUSER]
        env = os.environ | {
            "POSTGRES_PASSWORD": password,
            "POSTGRES_INITDB_ARGS": shlex.join(INITDB),
        }
        command = self._command(port)
        run(command, failure="Le conteneur PostgreSQL n'a pas démarré", log="docker", env=env)
        ready = ["docker", "exec", self.name, "pg_isready", "--host=127.0.0.1"]
        if not wait_until(lambda: _succeeds(ready), seconds=90):
            raise SetupError("Le conteneur PostgreSQL ne répond pas.")

    def _command(self, port: int) -> list[str]:
        place = ["--publish", f"127.0.0.1:{port}:5432"]
        place += ["--volume", f"{self.name}:/var/lib/postgresql/data"]
        passed = ["--env", "POSTGRES_PASSWORD", "--env", "POSTGRES_INITDB_ARGS"]
        options = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
        kept = ["docker", "run", "--detach", "--rm", "--name", self.name]
        return [*kept, *place, *passed, IMAGE, *options]

    def stop(self) -> None:
        """Stop it; the container goes with it."""
        run(
            ["docker", "stop", self.name],
            failure="Le conteneur PostgreSQL ne s'est pas arrêté",
            log="docker",
        )

    def psql(self, port: int) -> list[str]:
        """The beginning of a psql command, run inside the container."""
        inside = [
            "--env",
            "PGPASSWORD",
            self.name,
            "psql",
            "--host=127.0.0.1",
            "--username=postgres",
        ]
        return ["docker", "exec", "--interactive", *inside]


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
