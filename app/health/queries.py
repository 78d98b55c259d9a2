"""What the database says of itself: versions, settings, the last migration, the worker."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.worker.heartbeat import heard_s

# What design §10 measured, and what the search engine's migration chose.
SETTINGS = (
    "jit",
    "max_parallel_workers_per_gather",
    "work_mem",
    "random_page_cost",
    "gin_pending_list_limit",
    "timezone",
    "synchronous_commit",
)
VERSIONS = sa.text(
    "SELECT current_setting('server_version') AS postgresql, postgis_lib_version() AS postgis,"
    " (SELECT string_agg(version_num, ' ') FROM public.alembic_version) AS migration"
)
SETTING = sa.text(
    "SELECT name, current_setting(name) AS value FROM unnest(CAST(:names AS text[])) AS name"
)
# A job waits from the time it was asked, or due.
WAITING = sa.text(
    "SELECT extract(epoch FROM now() - min(coalesce(job.scheduled_at, event.at)))::int"
    " FROM jobs.procrastinate_jobs AS job JOIN jobs.procrastinate_events AS event"
    " ON event.job_id = job.id AND event.type = 'deferred'"
    " WHERE job.status = 'todo' AND (job.scheduled_at IS NULL OR job.scheduled_at <= now())"
)


def versions(session: Session) -> dict[str, str]:
    """What runs, in which version."""
    return dict(session.execute(VERSIONS).mappings().one())


def chosen(session: Session) -> dict[str, str]:
    """The settings that this connection really has."""
    rows = session.execute(SETTING, {"names": list(SETTINGS)})
    return {row.name: row.value for row in rows}


def work(session: Session) -> Iterator[tuple[str, str]]:
    """Since when the worker was heard of, and since when the oldest job waits."""
    yield "worker", _seconds(heard_s(session), none="never seen")
    yield "oldest_waiting_job", _seconds(session.scalar(WAITING), none="none")


def _seconds(value: int | None, *, none: str) -> str:
    return none if value is None else f"{max(value, 0)} s"
