"""Timelines: every move of a request or a stay leaves a line behind."""

import datetime as dt
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.account import Account, Unit
from models.base import Base, Key, now
from models.organization import Organization


class Event(Base):
    """One line of a timeline; each kind adds what it is about, and that one's status."""

    __abstract__ = True

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    what: Mapped[str]
    happened_at: Mapped[dt.datetime] = mapped_column(default=now)
    account_id: Mapped[int | None]
    who: Mapped[str]
    note: Mapped[str | None]
    is_internal: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def of(
        cls, case: Any, what: str, *, by: Account | None, note: str = "", is_internal: bool = False
    ) -> Self:
        """A line about this request or stay as it now is; nobody's doing is Maillage's."""
        return cls(
            unit_id=case.unit_id,
            organization_id=case.organization_id,
            status=case.status,
            what=what,
            account_id=by.id if by else None,
            who=by.name if by else "Maillage",
            note=note or None,
            is_internal=is_internal,
        )
