"""Runs the demonstration in the foreground, and leaves nothing behind."""

import os
import subprocess
import time
import urllib.error
import urllib.request

from setup import cluster, ports, prepare, settings, steps
from setup.paths import LOGS, tool
from setup.steps import SetupError, run, say

FLASK = [tool("flask"), "--app", "app"]


def main() -> None:
    """Prepare, plant, serve, until Ctrl-C or the end of one of the processes."""
    port = _port()
    prepare.everything(with_browser=False)
    database = cluster.ensure_running()
    env = settings.environment() | {"DEMO": "on", "PORT": str(port)}
    plant(database, env)
    children = _start(port, env)
    try:
        _wait_until_served(children, port)
        _welcome(port, env)
        while True:
            _check_alive(children)
            time.sleep(0.5)
    except KeyboardInterrupt:
        say("La démonstration s'arrête.")
    finally:
        for child in reversed(children.values()):
            steps.stop(child)


def plant(database: cluster.Cluster, env: dict[str, str]) -> None:
    """Bring the database to the present version, with the reference data and the demonstration."""
    if not database.has_database(settings.DATABASE):
        say("Création de la base « maillage »…")
        database.create_database(settings.DATABASE)
    run(
        [tool("alembic"), "upgrade", "head"],
        failure="La base n'a pas pu être mise à jour",
        log="alembic",
        env=env,
    )
    say("Données de référence et réseau de démonstration (une minute la première fois)…")
    run(
        [*FLASK, "reference", "load"],
        failure="Les données de référence manquent",
        log="reference",
        env=env,
    )
    run([*FLASK, "demo", "plant"], failure="Le réseau de démonstration manque", log="demo", env=env)


def _port() -> int:
    value = os.environ.get("PORT") or settings.read().get("PORT", settings.SETTINGS["PORT"])
    if not value.isdigit() or not 0 < int(value) < 65_536:
        raise SetupError(f"PORT={value} n'est pas un numéro de port.")
    if not ports.is_free(int(value)):
        raise SetupError(
            f"Le port {value} est déjà pris : libérez-le, "
            f"ou lancez « make demo PORT={int(value) + 1} »."
        )
    return int(value)


def _start(port: int, env: dict[str, str]) -> dict[str, subprocess.Popen[bytes]]:
    web = [
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--workers",
        "2",
        "--no-ws",
    ]
    web += ["--workers-kill-timeout", "5"]
    commands = {
        "web": [tool("granian"), *web, "--factory", "app:create_app"],
        "worker": [*FLASK, "worker", "run"],
    }
    children = {}
    for name, command in commands.items():
        with (LOGS / f"{name}.log").open("wb") as output:
            children[name] = steps.start(command, output=output.fileno(), env=env)
    return children


def _wait_until_served(children: dict[str, subprocess.Popen[bytes]], port: int) -> None:
    def answers() -> bool:
        _check_alive(children)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sante", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return False

    if not steps.wait_until(answers, seconds=60):
        raise SetupError(f"L'application ne répond pas.\n{steps.last_lines(LOGS / 'web.log')}")


def _check_alive(children: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            end = steps.last_lines(LOGS / f"{name}.log")
            raise SetupError(
                f"Le processus « {name} » s'est arrêté (code {child.returncode}).\n{end}"
            )


def _welcome(port: int, env: dict[str, str]) -> None:
    say(f"\nMaillage est ouvert : http://localhost:{port}\n")
    steps.follow([*FLASK, "demo", "accounts"], env=env)
    say("\nCtrl-C arrête tout. Journaux : .maillage/logs")
