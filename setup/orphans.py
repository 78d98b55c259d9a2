"""Adopts the processes that outlive the one that started them, such as PostgreSQL after pg_ctl."""

import ctypes
import os

from setup.steps import wait_until

SET_CHILD_SUBREAPER = 36


def adopt() -> None:
    """Become the parent of orphaned descendants: a container's first process seldom buries them."""
    ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def bury() -> None:
    """Wait for the ends of those that were told to stop, so that no trace of them is left."""
    wait_until(_has_none_ending, seconds=5)


def _has_none_ending() -> bool:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return True
    return False
