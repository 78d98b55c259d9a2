"""The outbox: what is to be mailed is a row first, sent by a worker after the commit."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, now


class OutgoingMail(Base):
    """One e-mail to one address, neutral in subject and text (design §7)."""

    __tablename__ = "outgoing_mail"
    __table_args__ = (
        sa.Index("ix_mail_unsent", "id", postgresql_where=sa.text("sent_at IS NULL")),
        {"schema": "accounts"},
    )

    id: Mapped[Id]
    recipient: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    sent_at: Mapped[dt.datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]
