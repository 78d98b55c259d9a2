"""Puts an e-mail in the outbox; a worker sends it after the commit."""

from sqlalchemy.orm import Session

from models.mail import OutgoingMail


def send(session: Session, *, to: str, subject: str, body: str) -> OutgoingMail:
    """Write the outbox row in the caller's transaction; subject and body are neutral."""
    mail = OutgoingMail(recipient=to, subject=subject, body=body)
    session.add(mail)
    return mail
