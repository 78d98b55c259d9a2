"""A real Meilisearch: the one that `MEILI_URL` names, or the program of the PATH, started."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from meilisearch import Client

ABSENT = "MEILI_URL is not set and no « meilisearch » program is on the PATH"
KEY = "a-key-of-the-tests" * 2


@contextmanager
def meilisearch() -> Iterator[tuple[str, str] | None]:
    """Its address and key; None when there is none on this machine."""
    if url := os.environ.get("MEILI_URL"):
        yield url, os.environ.get("MEILI_KEY", "")
    elif program := shutil.which("meilisearch"):
        with tempfile.TemporaryDirectory() as folder:
            yield from _started(program, folder)
    else:
        yield None


def _started(program: str, folder: str) -> Iterator[tuple[str, str]]:
    address = f"127.0.0.1:{20_000 + os.getpid() % 20_000}"
    options = ["--no-analytics", "--master-key", KEY, "--http-addr", address]
    running = subprocess.Popen([program, *options], cwd=folder)
    try:
        yield _once_healthy(f"http://{address}"), KEY
    finally:
        running.terminate()
        running.wait()


def _once_healthy(url: str) -> str:
    end = time.monotonic() + 20
    while not Client(url).is_healthy() and time.monotonic() < end:
        time.sleep(0.1)
    return url
