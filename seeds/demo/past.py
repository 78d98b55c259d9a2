"""Gives a past to what the application's verbs write, which is always the present instant."""

import datetime as dt
from random import Random

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.filters import short_day
from app.placements.actions.request import ANSWER_DAYS
from models.base import PARIS, Base, now, today
from models.mail import OutgoingMail
from models.orientation import Orientation

# These look ahead: they are promises, not memories.
AHEAD = frozenset({"expires_at", "valid_until"})
MINUTES_APART = 17
SATURDAY = 5

SORT_MAIL = sa.text(
    "WITH mail AS (DELETE FROM accounts.outgoing_mail RETURNING *)"
    " INSERT INTO accounts.outgoing_mail"
    " (recipient, subject, body, created_at, sent_at, attempts, last_error)"
    " SELECT recipient, subject, body, created_at, sent_at, attempts, last_error"
    " FROM mail ORDER BY created_at, id"
)


class Past:
    """Whatever was written since it was made, happened on the day one says."""

    def __init__(self, session: Session, name: str) -> None:
        self.session = session
        self.began_at = now()
        self.minutes = Random(name).randint(9 * 60, 15 * 60)

    def happened(self, on: int, *rows: Base) -> None:
        """Date these rows, and the mail they caused, so many days from today."""
        self.session.flush()
        when = self._instant(on)
        for row in rows:
            for name in _instants(type(row)):
                written = getattr(row, name)
                if written is not None and written >= self.began_at:
                    setattr(row, name, when + (written - self.began_at))
        fresh = sa.update(OutgoingMail).where(OutgoingMail.created_at >= self.began_at)
        dated = {"created_at": when, "sent_at": when, "body": _body_of(when)}
        self.session.execute(fresh.values(attempts=1, **dated))

    def told(self, on: int, orientation: Orientation) -> None:
        """Date a request and everything that hangs from it, later than the step before."""
        self.minutes += MINUTES_APART
        placement = orientation.placement
        rows: list[Base] = [orientation, orientation.claim, *orientation.events]
        rows += [*orientation.disclosures, *orientation.lifts]
        rows += [placement, *placement.events, *placement.sessions] if placement else []
        self.happened(on, *rows, orientation.need)

    def _instant(self, on: int) -> dt.datetime:
        """A working hour of that day; never in the future."""
        day = working_day(today() + dt.timedelta(days=on))
        when = dt.datetime.combine(day, dt.time(*divmod(self.minutes, 60)), PARIS)
        return min(when, self.began_at - dt.timedelta(minutes=2))


def _body_of(when: dt.datetime) -> sa.ColumnElement[str]:
    """An e-mail speaks of the day it was sent, and of the last one to answer."""
    answer = dt.timedelta(days=ANSWER_DAYS)
    days = {
        f"{today():%d/%m/%Y}": f"{when:%d/%m/%Y}",
        short_day(now() + answer): short_day(when + answer),
    }
    body: sa.ColumnElement[str] = OutgoingMail.body.expression
    for written, meant in days.items():
        body = sa.func.replace(body, written, meant)
    return body


def sort_mail(session: Session) -> None:
    """Number the e-mails by their day: the mailbox shows the latest numbers first."""
    session.execute(SORT_MAIL)


def working_day(day: dt.date) -> dt.date:
    """The day itself, or the Friday before a weekend."""
    return day - dt.timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def _instants(model: type[Base]) -> list[str]:
    columns = sa.inspect(model).column_attrs
    return [one.key for one in columns if _is_instant(one.columns[0]) and one.key not in AHEAD]


def _is_instant(column: sa.ColumnElement[object]) -> bool:
    return isinstance(column.type, sa.DateTime)
