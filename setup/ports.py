"""Finds ports of 127.0.0.1 on which nothing listens."""

import random
import socket

# Below the range from which Linux draws the ports of outgoing connections.
CLUSTER_PORTS = range(20_000, 32_000)


def is_free(port: int) -> bool:
    """Whether a program could listen on this port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def draw() -> int:
    """A free port, drawn at random so that two clones seldom meet."""
    return next(port for port in random.sample(CLUSTER_PORTS, len(CLUSTER_PORTS)) if is_free(port))
