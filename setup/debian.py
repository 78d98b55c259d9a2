"""Installs the Debian packages that are missing, or says what to ask an administrator for."""

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from setup import browser, container, postgresql, python
from setup.steps import SetupError, run, say

# Debian would otherwise create and start a cluster of its own, of which we have no use.
INSTALL = """
folder=/etc/postgresql-common/createcluster.d
mkdir -p $folder && echo 'create_main_cluster = off' > $folder/maillage.conf
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
code=$?
rm -f $folder/maillage.conf
exit $code
"""
DATABASE = ["postgresql", "postgresql-postgis"]
# What sets the printed sheet: layout of text, and letters for the scripts that ours lacks.
DOCUMENTS = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# What the Node of Playwright's package is linked with.
DRIVER = ("libatomic.so.1", "libatomic1")
FONTS = "fonts-dejavu-core"
OPTIONAL = frozenset({*DOCUMENTS.values(), FONTS})
LETTERS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def ensure_packages(*, with_browser: bool) -> None:
    """Install what is missing as root or by sudo, leave it to Docker, or stop with one line."""
    missing = _missing(with_browser=with_browser)
    if not missing:
        return
    prefix = _privilege()
    if prefix is not None:
        say(f"Installation des paquets {', '.join(missing)} (1 à 5 minutes)…")
        command = [*prefix, "sh", "-c", INSTALL, "sh", *missing]
        run(command, failure="L'installation des paquets a échoué", log="apt", patient=True)
        missing = _missing(with_browser=with_browser)
    needed = [package for package in missing if package not in OPTIONAL]
    if missing and not needed:
        say(f"Sans {', '.join(missing)}, la fiche s'imprime mais ne se télécharge pas en PDF.")
    elif needed and not (needed == DATABASE and container.answers()):
        raise SetupError(
            "Vous ne pouvez pas installer les paquets qui manquent. Demandez à un administrateur : "
            f"apt-get install {' '.join(missing)}"
        )


def _missing(*, with_browser: bool) -> list[str]:
    missing = [] if postgresql.programs() else list(DATABASE)
    missing += _missing_for_documents()
    importlib.invalidate_caches()
    if python.needs_venv() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return [*missing, *_missing_for_a_browser()] if with_browser else missing


def _missing_for_a_browser() -> list[str]:
    missing = [] if _loads(DRIVER[0]) else [DRIVER[1]]
    if browser.is_packaged() and browser.executable() is None:
        missing.append("chromium")
    return missing


def _missing_for_documents() -> list[str]:
    missing = [package for library, package in DOCUMENTS.items() if not _loads(library)]
    return missing if LETTERS.exists() else [*missing, FONTS]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _privilege() -> list[str] | None:
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    return ["sudo", "--non-interactive"] if _sudo_is_granted() else None


def _sudo_is_granted() -> bool:
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return True
    if not sys.stdin.isatty():
        return False
    say("Des paquets manquent : sudo peut demander votre mot de passe pour les installer.")
    return subprocess.run(["sudo", "-v"], check=False).returncode == 0
