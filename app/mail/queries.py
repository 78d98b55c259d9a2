"""Reads of the outbox."""

from sqlalchemy import Select, select

from models.mail import OutgoingMail

PAGE = 20


def latest(before: int | None) -> Select[OutgoingMail]:
    """The latest e-mails, and one more to know whether a page follows."""
    mails = select(OutgoingMail).order_by(OutgoingMail.id.desc()).limit(PAGE + 1)
    return mails if before is None else mails.where(OutgoingMail.id < before)
