"""Verbs on mistakes seen on a record: reported, answered once, and the answer told."""

import uuid

from sqlalchemy.orm import Session

from app.mail.actions import send
from models.account import Account
from models.codes.history import About, MistakeState
from models.history import Mistake
from models.offer import Offer
from models.organization import Organization, Site

SUBJECT = "Une réponse à votre signalement sur Maillage"


def report_mistake(
    session: Session,
    row: Organization | Site | Offer,
    *,
    about: About,
    text: str,
    by: Account,
    key: uuid.UUID,
) -> Mistake:
    """Keep what somebody saw; it waits for those who may correct the record."""
    site = row.site if isinstance(row, Offer) else row if isinstance(row, Site) else None
    seen = Mistake(
        id=key,
        organization=row if isinstance(row, Organization) else row.organization,
        site=site,
        offer=row if isinstance(row, Offer) else None,
        about=about,
        text=text,
        account_id=by.id,
        told_by=by.name,
        state=MistakeState.OPEN,
    )
    session.add(seen)
    session.flush()
    return seen


def answer_mistake(seen: Mistake, *, state: MistakeState, answer: str | None, by: Account) -> bool:
    """Corrected, or true as it stood; raises `IllegalMove` when somebody already said.

    The same answer by the same person changes nothing, and is no news to tell: False.
    """
    if (seen.state, seen.answer, seen.answered_by) == (state, answer, by.name):
        return False
    seen.move_to(state, by=by.name, answer=answer)
    return True


def tell_reporter(session: Session, seen: Mistake, *, by: Account, body: str) -> None:
    """An e-mail to who reported it, unless they answered themselves or have left."""
    reporter = session.get(Account, seen.account_id)
    if reporter and reporter.active and reporter is not by:
        send(session, to=reporter.email, subject=SUBJECT, body=body)
