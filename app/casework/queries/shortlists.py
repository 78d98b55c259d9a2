"""Short lists of the day: whose cases they hold, their first rows, and how many in all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.orm import Session

from app.access import COUNSELLORS, units_of
from models.account import Account
from models.person import SupervisedPerson

SHOWN = 10
Restrict = Callable[[Select[Any]], Select[Any]]


@dataclass(frozen=True)
class Shortlist:
    """The first rows of a list, and how many there are in all."""

    rows: list[Any]
    total: int

    @property
    def hidden(self) -> int:
        """Rows that are not shown."""
        return self.total - len(self.rows)


def whose(account: Account, *, is_whole_unit: bool) -> Restrict:
    """Keeps a query of cases to one's own people, or to those of one's units."""

    def restrict(query: Select[Any]) -> Select[Any]:
        ours = query.where(SupervisedPerson.unit_id.in_(units_of(account, COUNSELLORS)))
        return ours if is_whole_unit else ours.where(SupervisedPerson.officer_id == account.id)

    return restrict


def shortlist(session: Session, query: Select[Any]) -> Shortlist:
    """Run a query whose last column is its total."""
    rows = session.execute(query.add_columns(func.count().over()).limit(SHOWN)).unique().all()
    return Shortlist([row[:-1] for row in rows], rows[0][-1] if rows else 0)
