"""Since when the worker was last heard of: it writes its heartbeat every ten seconds."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

HEARD = sa.text(
    "SELECT extract(epoch FROM now() - max(last_heartbeat))::int FROM jobs.procrastinate_workers"
)
# Six heartbeats missed.
DEAD_AFTER_S = 60


def heard_s(session: Session) -> int | None:
    """Seconds since any worker's last heartbeat; None when none ever ran."""
    heard: int | None = session.scalar(HEARD)
    return heard


def is_alive(session: Session) -> bool:
    """Whether a worker was heard of lately."""
    heard = heard_s(session)
    return heard is not None and heard < DEAD_AFTER_S
