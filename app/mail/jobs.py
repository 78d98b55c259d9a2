"""The job that empties the outbox: through the operator's relay, or into the local mailbox."""

import smtplib
from email.message import EmailMessage

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.worker.schedule import scheduled
from models.base import now
from models.mail import OutgoingMail

BATCH = 50
MOST_ATTEMPTS = 10


@scheduled("* * * * * */10")
def deliver(session: Session) -> int:
    """Send what waits, oldest first; one bad address does not stop the others."""
    waiting = session.scalars(
        select(OutgoingMail)
        .where(OutgoingMail.sent_at.is_(None), OutgoingMail.attempts < MOST_ATTEMPTS)
        .order_by(OutgoingMail.id)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    ).all()
    for mail in waiting:
        attempt(mail, host=current_app.config["MAIL_HOST"])
    return len(waiting)


def attempt(mail: OutgoingMail, *, host: str) -> None:
    """Try once; without a relay, sent means shown on the local mailbox page."""
    mail.attempts += 1
    try:
        if host:
            post(mail, host=host)
        mail.sent_at = now()
    except (OSError, smtplib.SMTPException) as error:
        mail.last_error = type(error).__name__


def post(mail: OutgoingMail, *, host: str) -> None:
    """Hand one mail to the relay."""
    message = EmailMessage()
    message["From"] = current_app.config["MAIL_SENDER"]
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message.set_content(mail.body)
    with smtplib.SMTP(host, timeout=10) as relay:
        relay.send_message(message)
