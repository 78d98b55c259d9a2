"""Verbs on mistakes seen on a record: reported, then answered once."""

import uuid

from sqlalchemy.orm import Session

from models.account import Account
from models.codes.history import About, MistakeState
from models.history import Mistake
from models.offer import Offer
from models.organization import Organization, Site


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


def answer_mistake(seen: Mistake, *, state: MistakeState, answer: str | None, by: Account) -> None:
    """Corrected, or true as it stood; raises `IllegalMove` when somebody already said."""
    seen.move_to(state, by=by.name, answer=answer)
