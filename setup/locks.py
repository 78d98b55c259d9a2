"""Locks that the kernel frees when a process dies: who uses the cluster, and who is changing it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from setup.paths import STATE, make_state


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Wait to be the only process of this clone inside."""
    descriptor = _open(name)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class Shared:
    """A lock held by several processes at once, the last of which can know that it is the last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.descriptor: int | None = None

    def hold(self) -> bool:
        """Join the holders, and say whether this process was not one yet."""
        if self.descriptor is not None:
            return False
        self.descriptor = _open(self.name)
        fcntl.flock(self.descriptor, fcntl.LOCK_SH)
        return True

    @contextmanager
    def leave(self) -> Iterator[bool]:
        """Leave the holders; inside, say whether no other is left, and let no other join."""
        if self.descriptor is None:
            yield False
            return
        try:
            yield _is_alone(self.descriptor)
        finally:
            os.close(self.descriptor)
            self.descriptor = None


def _is_alone(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(name: str) -> int:
    make_state()
    return os.open(STATE / name, os.O_RDWR | os.O_CREAT, 0o600)
