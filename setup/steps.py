"""Runs the commands of the set-up: silent when all is well, never left behind."""

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
    """Run a command into its log, or raise with its last lines; a `patient` one is never cut."""
    make_state()
    path = LOGS / f"{log}.log"
    with path.open("wb") as output:
        process = start(command, output=output.fileno(), env=env, cwd=cwd, own_group=not patient)
        code = _ended(process, patient=patient)
    if code:
        raise SetupError(f"{failure} (code {code}).\n{last_lines(path)}")


def follow(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> int:
    """Run a command whose output is shown, and return its exit code; Ctrl-C lets it tidy up."""
    process = start(command, env=env)
    try:
        return process.wait()
    except BaseException:
        stop(process, first=signal.SIGINT)
        raise


def start(
    command: Sequence[str],
    *,
    output: int | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    own_group: bool = True,
) -> subprocess.Popen[bytes]:
    """Start a command in a process group of its own, so that it stops with its descendants."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        env=None if env is None else dict(env),
        cwd=cwd,
        process_group=0 if own_group else None,
    )


def stop(process: subprocess.Popen[bytes], *, first: signal.Signals = signal.SIGTERM) -> None:
    """End a process and every descendant of its group, gently and then by force."""
    for number in (first, signal.SIGTERM, signal.SIGKILL):
        if not _signal_group(process, number):
            return
        wait_until(lambda: not _signal_group(process, 0), seconds=10)


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


def _ended(process: subprocess.Popen[bytes], *, patient: bool) -> int:
    """Its exit code; whatever interrupts the wait stops it, once it is done when `patient`."""
    try:
        return process.wait()
    except BaseException:
        if patient:
            say("Fin de l'installation en cours avant de s'arrêter…")
            process.wait()
        stop(process)
        raise


def _signal_group(process: subprocess.Popen[bytes], number: int) -> bool:
    """Signal all of a group, and say whether it had anyone left to hear it."""
    if process.poll() is not None:
        _bury(process.pid)
    try:
        os.killpg(process.pid, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _bury(group: int) -> None:
    """Wait for the dead of a group, who would still count as its members."""
    try:
        while os.waitpid(-group, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return
