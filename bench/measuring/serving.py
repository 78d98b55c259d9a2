"""Web processes as `make demo` starts them, and the memory they hold."""

import http.client
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.config import Settings
from bench.measuring.figures import Memory
from setup import demo, ports, steps
from setup.paths import LOGS


@contextmanager
def serving(settings: Settings, factory: str) -> Iterator["Served"]:
    """Serve an application on a port of its own, stop it at the end."""
    port, log = ports.draw(), LOGS / "bench-web.log"
    chosen = {name.upper(): str(value) for name, value in settings.model_dump().items()}
    with log.open("wb") as output:
        command = demo.web(port, factory)
        process = steps.start(command, output=output.fileno(), env=dict(os.environ) | chosen)
    served = Served(port, process.pid)
    try:
        if not steps.wait_until(served.answers, seconds=60):
            raise steps.SetupError(steps.last_lines(log))
        yield served
    finally:
        steps.stop(process)


class Served:
    """A server of this machine."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid

    def answers(self) -> bool:
        """Whether it answers at all."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return True

    def memory(self) -> Memory:
        """The largest of its processes."""
        return Memory(max(map(_resident_mb, _family(self.pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from _family(int(child))


def _resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)
