"""Schedules functions as Procrastinate tasks, each in an application context of its own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import procrastinate
import structlog
from flask import Flask
from sqlalchemy.orm import Session

from app.extensions import db

log = structlog.get_logger()
jobs = procrastinate.App(connector=procrastinate.PsycopgConnector())
Job = Callable[[Session], int]


class Host:
    """The Flask application whose settings and session the jobs use."""

    app: Flask | None = None


def scheduled(cron: str) -> Callable[[Job], Job]:
    """Run a job at these times (cron, with seconds in a sixth field); it counts what it changed.

    The job gets a session and does not commit; what it did is committed when it returns.
    """

    def schedule(job: Job) -> Job:
        name = f"{job.__module__}.{job.__name__}"

        @jobs.periodic(cron=cron)
        @jobs.task(name=name, queueing_lock=name, pass_context=False)
        @wraps(job)
        def task(timestamp: int, **kwargs: Any) -> None:
            run(job)

        return job

    return schedule


def run(job: Job) -> int:
    """Run one job in a transaction of its own."""
    assert Host.app is not None
    with Host.app.app_context():
        changed = job(db.session)
        db.session.commit()
    if changed:
        log.info("job done", job=job.__name__, rows=changed)
    return changed
