"""Writes one line of the audit log, on a short transaction of its own."""

import sqlalchemy as sa

from app.acting import acting_id
from app.extensions import db
from models.audit import AuditEntry
from models.codes.access import Operation


def record(
    operation: Operation,
    *,
    subject_kind: str,
    subject_id: object = None,
    reason: str,
    recipient: str | None = None,
    ip_address: str | None = None,
) -> None:
    """Keep who did what to whose data and why (RULE-DP-03); survives a rolled-back request."""
    entry = sa.insert(AuditEntry).values(
        account_id=acting_id.get(),
        operation=operation,
        subject_kind=subject_kind,
        subject_id=None if subject_id is None else str(subject_id),
        reason=reason,
        recipient=recipient,
        ip_address=ip_address,
    )
    with db.engine.begin() as connection:
        connection.execute(entry)
