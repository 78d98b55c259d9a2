"""Reads and writes .maillage/env, the one file that holds the secrets of this clone."""

import base64
import os
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from setup.paths import ENV_FILE, make_state

DATABASE = "maillage"
SUPERUSER = "postgres"
ROLES = {
    "DATABASE_URL": "maillage_web",
    "WORKER_DATABASE_URL": "maillage_worker",
    "OWNER_DATABASE_URL": "maillage_owner",
    "SUPERUSER_DATABASE_URL": SUPERUSER,
}
SETTINGS = {"CASEWORK": "on", "SEARCH_ENGINE": "postgresql", "DEMO": "on", "PORT": "8000"}


def read() -> dict[str, str]:
    """The stored settings; empty in a new clone."""
    if not ENV_FILE.exists():
        return {}
    lines = [
        line
        for line in ENV_FILE.read_text().splitlines()
        if "=" in line and not line.startswith("#")
    ]
    return {key: value for key, _, value in (line.partition("=") for line in lines)}


def complete(port: Callable[[], int]) -> dict[str, str]:
    """Add what is missing, and only that: a secret once made is kept."""
    known = read()
    settings = SETTINGS | _secrets() | known
    if not has_passwords():
        settings |= _urls(port(), {role: secrets.token_hex(16) for role in ROLES.values()})
    if settings != known:
        write(settings)
    return settings


def move(port: int) -> dict[str, str]:
    """Remember another port for the cluster, with the same passwords."""
    known = read()
    settings = known | _urls(port, passwords(known))
    write(settings)
    return settings


def environment() -> dict[str, str]:
    """What our processes receive: the stored settings; the caller may change those of SETTINGS."""
    chosen = {key: os.environ[key] for key in SETTINGS if os.environ.get(key)}
    return dict(os.environ) | read() | chosen


def has_passwords() -> bool:
    """Whether this clone still knows how to reach its cluster."""
    return ROLES.keys() <= read().keys()


def write(settings: dict[str, str]) -> None:
    """Replace the file in one go, readable by its owner alone."""
    make_state()
    draft = ENV_FILE.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.writelines(f"{key}={value}\n" for key, value in settings.items())
    draft.replace(ENV_FILE)


def passwords(settings: dict[str, str]) -> dict[str, str]:
    """The password of each PostgreSQL role."""
    return {role: urlsplit(settings[key]).password or "" for key, role in ROLES.items()}


def cluster_port(settings: dict[str, str]) -> int:
    """The port on which the private cluster listens."""
    return urlsplit(settings["DATABASE_URL"]).port or 0


def url(role: str, password: str, port: int, database: str) -> str:
    """A SQLAlchemy address of a database of the private cluster."""
    return f"postgresql+psycopg://{role}:{password}@127.0.0.1:{port}/{database}"


def _urls(port: int, known: dict[str, str]) -> dict[str, str]:
    return {key: url(role, known[role], port, DATABASE) for key, role in ROLES.items()}


def _secrets() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "PASSWORD_SALT": secrets.token_urlsafe(32),
        "ENCRYPTION_KEYS": f"1:{_key()}",
        "LOOKUP_KEY": _key(),
        "TOTP_KEY": _key(),
    }


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()
