"""Runs the demonstration in the foreground, and leaves nothing behind."""

import http.client
import os
import subprocess
import time

from setup import cluster, ports, prepare, settings, steps
from setup.paths import LOGS, tool
from setup.steps import SetupError, run, say

Children = dict[str, subprocess.Popen[bytes]]
FLASK = [tool("flask"), "--app", "app"]
WORKER = [*FLASK, "worker", "run"]
# The C library gives back what a large page took, instead of keeping it by thread: a web process
# then holds 50 MB less. The image says the same.
LEAN = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}


# What starting takes at most, and what it may take on a machine that does much else: a process
# that ends is told at once, whatever is left.
USUAL_S, MOST_S = 30, 300


def main() -> None:
    """Prepare, plant, serve, until Ctrl-C or the end of one of the processes."""
    port = _port()
    prepare.everything(with_browser=False)
    database = cluster.ensure_running()
    env = settings.environment() | {"DEMO": "on", "PORT": str(port)}
    plant(database, env)
    children: Children = {}
    try:
        _start(children, port, env)
        _wait_until_served(children, port)
        _welcome(port, env)
        while True:
            bring_back(children, env)
            _check_alive(children)
            time.sleep(0.5)
    except KeyboardInterrupt:
        return
    finally:
        for child in reversed(children.values()):
            steps.stop(child)


def plant(database: cluster.Cluster, env: dict[str, str]) -> None:
    """Bring the database to the present version, with the reference data and the demonstration."""
    if not database.has_database(settings.DATABASE):
        say("Création de la base « maillage »…")
        database.create_database(settings.DATABASE)
    commands = {
        "alembic": ([tool("alembic"), "upgrade", "head"], "La base n'a pas pu être mise à jour"),
        "reference": ([*FLASK, "reference", "load"], "Les données de référence manquent"),
        "demo": ([*FLASK, "demo", "plant"], "Le réseau de démonstration manque"),
    }
    say("Données de référence et réseau de démonstration (une minute la première fois)…")
    for log, (command, failure) in commands.items():
        run(command, failure=failure, log=log, env=env)


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


def web(port: int, factory: str = "app:create_app") -> list[str]:
    """What serves an application on this port."""
    lean = [f"{name}={value}" for name, value in LEAN.items()]
    serve = "--interface wsgi --no-ws --workers 2 --workers-kill-timeout 5 --host 127.0.0.1"
    return ["env", *lean, tool("granian"), *serve.split(), f"--port={port}", "--factory", factory]


def _start(children: Children, port: int, env: dict[str, str]) -> None:
    for name, command in {"web": web(port), "worker": WORKER}.items():
        with (LOGS / f"{name}.log").open("wb") as output:
            children[name] = steps.start(command, output=output.fileno(), env=env)


def bring_back(children: Children, env: dict[str, str]) -> None:
    """A worker that was killed goes on where it was; one that ended by itself is told to have."""
    ended = children["worker"].poll()
    if ended is None or ended >= 0:
        return
    say("Le processus « worker » a été tué : il est relancé, et reprend où il en était.")
    with (LOGS / "worker.log").open("ab") as output:
        children["worker"] = steps.start(WORKER, output=output.fileno(), env=env)


def _wait_until_served(children: Children, port: int) -> None:
    def answers() -> bool:
        _check_alive(children)
        return is_healthy(port)

    if steps.wait_until(answers, seconds=USUAL_S):
        return
    say(f"L'application démarre lentement : sa première réponse est attendue {MOST_S // 60} min…")
    if not steps.wait_until(answers, seconds=MOST_S):
        raise SetupError(f"L'application ne répond pas.\n{steps.last_lines(LOGS / 'web.log')}")


def is_healthy(port: int) -> bool:
    """Whether the application and its database answer.

    They are asked directly: a proxy of the network would not find this machine's own address.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/sante")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _check_alive(children: Children) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            end = steps.last_lines(LOGS / f"{name}.log")
            raise SetupError(
                f"Le processus « {name} » s'est arrêté (code {child.returncode}).\n{end}"
            )


def _welcome(port: int, env: dict[str, str]) -> None:
    failure = "Les comptes de démonstration sont introuvables"
    run([*FLASK, "demo", "accounts"], failure=failure, log="accounts", env=env)
    say(f"\nMaillage est ouvert : http://localhost:{port}\n")
    say((LOGS / "accounts.log").read_text())
    say("Ctrl-C arrête tout. Journaux : .maillage/logs")
