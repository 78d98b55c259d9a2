"""Reads of mistakes reported: those open on a record, and a page of those to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.interfaces import ORMOption

from app.access import departments_of, organizations_of, visible_mistakes, watched_families
from app.directory.records import Record
from models.account import Account
from models.codes.access import Role
from models.codes.history import About, MistakeState
from models.history import Mistake
from models.offer import Offer
from models.organization import Organization, Site

PAGE = 25
# On the page of a record: enough to beware of it.
SHOWN = 3
MOST = 1_000


@dataclass(frozen=True)
class Queue:
    """Some mistakes, the oldest first, and the key of the next ones."""

    mistakes: Sequence[Mistake]
    after: str | None


def reads_text(account: Account, mistake: Mistake) -> bool:
    """Whether its words may be shown: about a hidden place, they may hold its address."""
    sites = [mistake.site] if mistake.site else mistake.organization.sites
    hidden = [site for site in sites if site.is_confidential]
    if not hidden or mistake.account_id == account.id:
        return True
    coordinated = departments_of(account, Role.COORDINATOR)
    is_own = mistake.organization_id in organizations_of(account)
    return is_own or all(site.department_code in coordinated for site in hidden)


def open_on(session: Session, record: Record) -> Sequence[Mistake]:
    """What is said to be wrong of it, and not looked at yet."""
    first = _waiting(record).order_by(Mistake.told_at, Mistake.id).limit(SHOWN)
    return session.scalars(first).all()


def is_told(session: Session, record: Record, *, by: Account, about: About, text: str) -> bool:
    """Whether the same account said the same of it, word for word, and waits for an answer."""
    told = (Mistake.account_id == by.id, Mistake.about == about, Mistake.text == text)
    return session.scalar(_waiting(record).where(*told).exists().select()) or False


def _waiting(record: Record) -> sa.Select[Mistake]:
    row = record.row
    if isinstance(row, Offer):
        mine = Mistake.offer_id == row.id
    elif isinstance(row, Site):
        mine = (Mistake.site_id == row.id) & Mistake.offer_id.is_(None)
    else:
        mine = (Mistake.organization_id == row.id) & Mistake.site_id.is_(None)
    return sa.select(Mistake).where(mine, Mistake.state == MistakeState.OPEN)


def listed(account: Account, *, is_open: bool) -> sa.Select[Mistake]:
    """Those the account may see, on the families it watches or that it reported itself."""
    state = Mistake.state == MistakeState.OPEN
    ours = Mistake.offer.has(Offer.family.in_(watched_families(account)))
    mine = Mistake.account_id == account.id
    about = sa.or_(Mistake.offer_id.is_(None), ours, mine)
    return visible_mistakes(account).where(state if is_open else ~state, about)


def count(session: Session, account: Account, *, is_open: bool) -> int:
    """How many, up to one past the cap."""
    ids = listed(account, is_open=is_open).with_only_columns(Mistake.id).limit(MOST + 1)
    return session.scalar(sa.select(sa.func.count()).select_from(ids.subquery())) or 0


def page(session: Session, account: Account, *, is_open: bool, after: str | None) -> Queue:
    """One page, by key; the oldest still waiting comes first."""
    query = listed(account, is_open=is_open).order_by(Mistake.told_at, Mistake.id)
    if after:
        last = visible_mistakes(account).with_only_columns(Mistake.told_at, Mistake.id)
        found = session.execute(last.where(Mistake.id == after)).one_or_none()
        if found:
            query = query.where(sa.tuple_(Mistake.told_at, Mistake.id) > sa.tuple_(*found))
    rows = session.scalars(query.options(*whole()).limit(PAGE + 1)).all()
    return Queue(rows[:PAGE], str(rows[PAGE - 1].id) if len(rows) > PAGE else None)


def whole() -> list[ORMOption]:
    """What a mistake is shown with."""
    return [
        joinedload(Mistake.organization).selectinload(Organization.sites),
        joinedload(Mistake.site),
        joinedload(Mistake.offer),
    ]
