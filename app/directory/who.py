"""Whose name is shown: all to the service; to a partner, its own people, and « le service »."""

from collections.abc import Callable, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access import Act, may, organizations_of
from models.account import Account, Membership

THE_SERVICE = "le service"
OURSELVES = "Maillage"
Names = Callable[[int | None, str | None], str]


def names(session: Session, account: Account, account_ids: Iterable[int | None]) -> Names:
    """Turns an account's id and its name as it was kept into what this reader is told."""
    if may(account, Act.SEARCH_DIRECTORY):
        return lambda account_id, name: name or OURSELVES
    colleagues = select(Membership.account_id).where(
        Membership.account_id.in_({one for one in account_ids if one}),
        Membership.organization_id.in_(organizations_of(account)),
    )
    known = set(session.scalars(colleagues))

    def told(account_id: int | None, name: str | None) -> str:
        if account_id is None:
            return OURSELVES
        return (name or OURSELVES) if account_id in known else THE_SERVICE

    return told
