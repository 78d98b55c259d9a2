"""A worker killed while the demonstration runs is started again: what it did goes on."""

import subprocess
import sys

import pytest

from setup import demo, steps

ENDS = [sys.executable, "-c", "raise SystemExit(3)"]
WAITS = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.mark.parametrize(("command", "comes_back"), [(WAITS, True), (ENDS, False)])
def test_a_killed_worker_is_started_again_and_one_that_fails_is_not(
    tmp_path, monkeypatch, command, comes_back
):
    monkeypatch.setattr(demo, "LOGS", tmp_path)
    monkeypatch.setattr(demo, "WORKER", WAITS)
    killed = subprocess.Popen(command)
    children = {"worker": killed}
    if comes_back:
        killed.kill()
    killed.wait()

    demo.bring_back(children, {})

    try:
        assert (children["worker"].poll() is None) is comes_back
    finally:
        steps.stop(children["worker"])
