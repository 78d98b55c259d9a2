"""The append-only audit log of reads and writes of case data."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Key, code_column, now
from models.codes.access import Operation

# What an administrator may read: who was invited, what was changed, who was not let in.
OF_ACCOUNTS = sa.text(
    "subject_kind IN ('account', 'invitation', 'sign_in') AND operation <> 'SIGN_IN'"
)


class AuditEntry(Base):
    """Who did what to whose data, when, from where and why (RULE-DP-03)."""

    __tablename__ = "entry"
    __table_args__: Any = (
        sa.Index("ix_entry_of_accounts", "recorded_at", "id", postgresql_where=OF_ACCOUNTS),
        {"schema": "audit"},
    )

    id: Mapped[Key]
    recorded_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    account_id: Mapped[int | None]
    operation: Mapped[Operation] = code_column(Operation)
    subject_kind: Mapped[str]
    subject_id: Mapped[str | None] = mapped_column(index=True)
    recipient: Mapped[str | None]
    reason: Mapped[str]
    ip_address: Mapped[str | None]
