"""Gets uv, and the Python packages of the lock file."""

import os
import shutil
import sys

from setup.paths import ROOT, STATE, VENV, make_state
from setup.stamps import Stamp
from setup.steps import run, say

PRIVATE = STATE / "uv"


def needs_venv() -> bool:
    """Whether uv is neither on this machine nor in this clone yet."""
    return _found() is None


def uv() -> str:
    """The path of uv, installed in this clone if the machine has none."""
    found = _found()
    if found is None:
        say("Installation de uv dans .maillage/uv…")
        make_state()
        failure = "uv n'a pas pu être installé"
        run([sys.executable, "-m", "venv", "--clear", str(PRIVATE)], failure=failure, log="uv")
        run([str(PRIVATE / "bin/pip"), "install", "uv>=0.9"], failure=failure, log="uv")
        found = str(PRIVATE / "bin/uv")
    return found


def environment() -> dict[str, str]:
    """The environment in which uv uses this machine's Python and this clone's packages."""
    kept = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    return kept | {"UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(VENV)}


def ensure_packages() -> None:
    """Install exactly what the lock file says."""
    program, stamp = uv(), Stamp("python", [ROOT / "uv.lock"])
    if not stamp.is_current():
        say("Installation des paquets Python…")
    command = [program, "sync", "--locked"]
    run(
        command,
        failure="Les paquets Python n'ont pas pu être installés",
        log="python",
        env=environment(),
    )
    stamp.keep()


def _found() -> str | None:
    private = PRIVATE / "bin/uv"
    return shutil.which("uv") or (str(private) if private.exists() else None)
