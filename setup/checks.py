"""The checks and the tests, each command shown, each failure counted."""

import os
import shlex
import time

from setup import cluster, prepare, settings
from setup.paths import tool
from setup.steps import SetupError, follow, say

PACKAGES = ["app", "bench", "exchange", "models", "search", "seeds", "tests", "setup"]
CHECKS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy", *PACKAGES],
    ["lint-imports"],
    ["djlint", "templates", "--lint", "--quiet"],
]
TIDYING = [["ruff", "check", "--fix", "."], ["ruff", "format", "."]]


def check() -> None:
    """Run every check, even after a failure, and name those that failed."""
    prepare.everything(with_browser=False)
    failed = [shlex.join(command) for command in CHECKS if not _passes(command)]
    failed += [] if _models_and_migrations_agree() else ["alembic check"]
    if failed:
        raise SetupError(f"Vérifications en échec : {', '.join(failed)}.")
    say("Vérifications : tout est en ordre.")


def test() -> None:
    """Run the whole suite once, or what ARGS names, and print how long it took."""
    prepare.everything(with_browser=True)
    cluster.ensure_running()
    started = time.monotonic()
    arguments = shlex.split(os.environ.get("ARGS", ""))
    # A file is one worker's: what its tests share is made once.
    passed = _passes(["pytest", *(arguments or ["-n", "2", "--dist", "loadfile"])])
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    say(f"Durée des tests : {minutes} min {seconds:02d} s.")
    if not passed:
        raise SetupError("Des tests échouent.")


def tidy() -> None:
    """Format the Python code, and sort its imports."""
    prepare.everything(with_browser=False)
    if not all(_passes(command) for command in TIDYING):
        raise SetupError("Il reste des fautes que la mise en forme ne corrige pas.")


def _models_and_migrations_agree() -> bool:
    """Migrate an empty database, and ask Alembic whether a migration is missing."""
    database, name = cluster.ensure_running(), f"maillage_check_{os.getpid()}"
    database.create_database(name, is_durable=False)
    env = settings.environment() | {"OWNER_DATABASE_URL": database.url("maillage_owner", name)}
    try:
        return all(
            _passes(["alembic", *verb], env=env) for verb in (["upgrade", "head"], ["check"])
        )
    finally:
        database.drop_database(name)


def _passes(command: list[str], *, env: dict[str, str] | None = None) -> bool:
    say(f"· {shlex.join(command)}")
    return follow([tool(command[0]), *command[1:]], env=env) == 0
