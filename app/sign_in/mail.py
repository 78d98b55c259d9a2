"""Sends the e-mails of Flask-Security through our outbox, and reads addresses as we store them."""

from typing import Any

from flask import Response, after_this_request
from flask_security.mail_util import MailUtil

from app.extensions import db
from app.mail.actions import send


def commit(response: Response) -> Response:
    """Keep the outbox row: the pages that ask for an e-mail do not commit by themselves."""
    db.session.commit()
    return response


class OutboxMail(MailUtil):
    """Addresses in lower case, never looked up on the network; e-mails as outbox rows."""

    def send_mail(
        self,
        template: str,
        subject: str,
        recipient: str | tuple[str, str],
        sender: str | tuple[str, str],
        body: str | None,
        html: str | None,
        **kwargs: Any,
    ) -> None:
        send(db.session, to=str(recipient), subject=subject, body=body or "")
        after_this_request(commit)

    def normalize(self, email: str) -> str:
        return super().normalize(email).lower()

    def validate(self, email: str) -> str:
        return self.normalize(email)
