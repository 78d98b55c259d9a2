"""The set-up leaves no process behind, and stops the cluster only when nobody uses it."""

import subprocess
import sys
from pathlib import Path

import pytest

from setup import locks, paths, steps

PARENT = """
import sys
from setup import orphans, steps
orphans.adopt()
child = steps.start(["sh", "-c", sys.argv[1]])
sys.stdin.readline()
steps.stop(child)
"""
HOLDER = """
import pathlib, sys
from setup import locks
locks.STATE = pathlib.Path(sys.argv[1])
users = locks.Shared("users")
users.hold()
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def state(tmp_path, monkeypatch):
    for module in (locks, paths, steps):
        monkeypatch.setattr(module, "STATE", tmp_path, raising=False)
        monkeypatch.setattr(module, "LOGS", tmp_path, raising=False)
    return tmp_path


def python(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=paths.ROOT,
    )


def test_stopping_a_command_stops_its_descendants(tmp_path):
    pid_file = tmp_path / "pid"
    parent = python(PARENT, f"sleep 300 & echo $! > {pid_file}; exit 0")
    assert steps.wait_until(lambda: pid_file.exists() and pid_file.read_text(), seconds=10)
    grandchild = Path(f"/proc/{pid_file.read_text().strip()}")
    assert grandchild.exists()

    parent.communicate(b"stop\n")

    assert not grandchild.exists()


def test_a_failed_command_says_so_with_the_end_of_its_log(state):
    with pytest.raises(steps.SetupError, match=r"La base manque \(code 3\)") as failure:
        steps.run(["sh", "-c", "echo disque plein; exit 3"], failure="La base manque", log="base")

    assert "disque plein" in str(failure.value)


def test_the_cluster_is_not_stopped_under_another_user(state):
    with python(HOLDER, str(state)) as other:
        other.stdout.readline()
        ours = locks.Shared("users")
        ours.hold()

        with ours.leave() as is_last:
            pass

        other.kill()
    assert not is_last


def test_a_user_that_was_killed_no_longer_counts(state):
    ours = locks.Shared("users")
    ours.hold()
    with python(HOLDER, str(state)) as other:
        other.stdout.readline()
        other.kill()

    with ours.leave() as is_last:
        pass

    assert is_last
