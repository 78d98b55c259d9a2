"""The application as it is deployed: a granian process on a port of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.config import Settings
from setup import ports, steps
from setup.demo import is_healthy
from setup.paths import tool

SERVE = "--interface wsgi --no-ws --workers 1 --blocking-threads 4 --workers-kill-timeout 5"


@contextmanager
def serving(settings: Settings, log: Path) -> Iterator[str]:
    """Serve as the web role, give the address, stop at the end."""
    port = ports.draw()
    granian = [tool("granian"), *SERVE.split(), "--host=127.0.0.1", f"--port={port}"]
    with log.open("wb") as output:
        process = steps.start(
            [*granian, "--factory", "app:create_app"],
            output=output.fileno(),
            env=dict(os.environ) | environment(settings),
        )
    try:
        ready = steps.wait_until(lambda: process.poll() is None and is_healthy(port), seconds=60)
        assert ready, steps.last_lines(log)
        yield f"http://127.0.0.1:{port}"
    finally:
        steps.stop(process)


def environment(settings: Settings) -> dict[str, str]:
    """The settings as environment variables."""
    return {name.upper(): str(value) for name, value in settings.model_dump().items()}
