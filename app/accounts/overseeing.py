"""What an administrator watches: how many accounts, how the jobs run, what was done to accounts."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.account import Account, Invitation, Membership, SignInFailure, Unit
from models.base import now

PAGE = 50
# A periodic job keeps the time it was last asked for; its rows are deleted once they succeed.
JOBS = sa.text("""
SELECT coalesce(asked.task_name, job.task_name) AS task, to_timestamp(asked.last) AS last_at,
    coalesce(job.failed, 0) AS failed, coalesce(job.waiting, 0) AS waiting,
    coalesce(job.doing, 0) AS doing, job.oldest_at, job.failed_at
FROM (SELECT task_name, max(defer_timestamp) AS last
    FROM jobs.procrastinate_periodic_defers GROUP BY task_name) AS asked
FULL JOIN (SELECT task_name, count(DISTINCT j.id) FILTER (WHERE status = 'failed') AS failed,
    count(DISTINCT j.id) FILTER (WHERE status = 'todo') AS waiting,
    count(DISTINCT j.id) FILTER (WHERE status = 'doing') AS doing,
    min(e.at) FILTER (WHERE status = 'todo' AND e.type = 'deferred') AS oldest_at,
    max(e.at) FILTER (WHERE status = 'failed' AND e.type = 'failed') AS failed_at
    FROM jobs.procrastinate_jobs AS j JOIN jobs.procrastinate_events AS e ON e.job_id = j.id
    GROUP BY task_name) AS job ON job.task_name = asked.task_name
ORDER BY task
""")
JOURNAL = sa.text("SELECT * FROM audit.of_accounts(:before, :id, :most)")
WORKER = sa.text("SELECT max(last_heartbeat) FROM jobs.procrastinate_workers")


def counts(session: Session) -> dict[str, int]:
    """Accounts open and closed, invitations that wait, units, wrong tries of the last day."""
    waiting = Invitation.accepted_at.is_(None) & (Invitation.expires_at > now())
    asked = {
        "open": (Account, Account.active),
        "closed": (Account, ~Account.active),
        "alone": (Account, ~sa.exists().where(Membership.account_id == Account.id)),
        "invited": (Invitation, waiting),
        "units": (Unit, Unit.is_active),
        "wrong": (SignInFailure, SignInFailure.failed_at > now() - dt.timedelta(days=1)),
    }
    parts = [
        sa.select(sa.func.count()).select_from(model).where(which).scalar_subquery().label(name)
        for name, (model, which) in asked.items()
    ]
    return dict(session.execute(sa.select(*parts)).mappings().one())


def jobs(session: Session) -> Sequence[Any]:
    """Each job: when it was last asked for, how many failed, what waits and since when."""
    return session.execute(JOBS).all()


def last_heard(session: Session) -> dt.datetime | None:
    """When a worker last said that it runs."""
    heard: dt.datetime | None = session.scalar(WORKER)
    return heard


def journal(session: Session, after: tuple[dt.datetime, uuid.UUID] | None) -> Sequence[Any]:
    """A page of what was done to accounts, the latest first, and one row more."""
    before, after_id = after or (None, None)
    asked = {"before": before, "id": after_id, "most": PAGE + 1}
    return session.execute(JOURNAL, asked).all()


def names(session: Session, entries: Sequence[Any]) -> dict[str, str]:
    """The names of the accounts that the entries speak of, by the text of their numbers."""
    said = {str(one.account_id) for one in entries} | {str(one.subject_id) for one in entries}
    ids = [int(text) for text in said if text.isascii() and text.isdigit()]
    named = session.execute(sa.select(Account.id, Account.name).where(Account.id.in_(ids)))
    return {str(row.id): row.name for row in named}
