"""Runs the commands of the set-up: announced in French, silent when all is well, never left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from setup.paths import LOGS, ROOT, make_state

SHOWN_LINES = 15


class SetupError(Exception):
    """One clear French sentence that stops the set-up."""


def say(sentence: str) -> None:
    """Tell the person at the keyboard, at once."""
    print(sentence, flush=True)


def run(
    command: Sequence[str],
    *,
    failure: str,
    log: str,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    patient: bool = False,
) -> None:
    """Run a command into its log, or raise with its last lines; Ctrl-C stops it, or waits for its end if `patient`."""
    make_state()
    path = LOGS / f"{log}.log"
    with path.open("wb") as output:
        process = start(command, output=output.fileno(), env=env, cwd=cwd, own_group=not patient)
        try:
            code = process.wait()
        except BaseException:
            if patient:
                say("Fin de l'installation en cours avant de s'arrêter…")
                process.wait()
            stop(process)
            raise
    if code:
        raise SetupError(f"{failure} (code {code}).\n{last_lines(path)}")


def start(
    command: Sequence[str],
    *,
    output: int,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    own_group: bool = True,
) -> subprocess.Popen[bytes]:
    """Start a command in a process group of its own, so that all its descendants can be stopped together."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=None if env is None else dict(env),
        cwd=cwd,
        process_group=0 if own_group else None,
    )


def stop(process: subprocess.Popen[bytes], *, seconds: float = 10) -> None:
    """End a process and every descendant of its group, gently and then by force."""
    for number, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 5)):
        if not _signal_group(process, number):
            return
        wait_until(lambda: not _signal_group(process, 0), seconds=patience)


def wait_until(condition: Callable[[], bool], *, seconds: float) -> bool:
    """Wait for a condition, and say whether it came true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def last_lines(path: Path) -> str:
    """The end of a log, with the place where the rest is."""
    lines = path.read_text(errors="replace").splitlines()[-SHOWN_LINES:]
    return "\n".join([*lines, f"(journal : {path})"])


def _signal_group(process: subprocess.Popen[bytes], number: int) -> bool:
    process.poll()
    try:
        os.killpg(process.pid, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True
