"""What changed in the directory, by whom and when; and the mistakes that people report."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Id, Key, Texts, code_column, now
from models.codes.history import About, ChangeKind, MistakeState, Subject
from models.lifecycle import check_move
from models.offer import Offer
from models.organization import Organization, Site

MOVES: dict[MistakeState, frozenset[MistakeState]] = {
    MistakeState.OPEN: frozenset({MistakeState.FIXED, MistakeState.KEPT}),
    MistakeState.FIXED: frozenset(),
    MistakeState.KEPT: frozenset(),
}


class Change(Base):
    """One change of a record, written with it; never changed afterwards.

    `coded` and `texts` hold {column: [before, after]}, one value alone when nobody knows the first.
    Texts of a confidential site and of people are never kept: `hidden` only names their columns.
    """

    __tablename__ = "change"
    __table_args__ = (
        sa.Index(None, "organization_id", "id"),
        sa.Index(None, "site_id", "id"),
        sa.Index(None, "offer_id", "id"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    changed_at: Mapped[dt.datetime] = mapped_column(default=now)
    account_id: Mapped[int | None]
    who: Mapped[str | None]
    kind: Mapped[ChangeKind] = code_column(ChangeKind)
    subject: Mapped[Subject] = code_column(Subject)
    subject_id: Mapped[int]
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id, ondelete="CASCADE"))
    site_id: Mapped[int | None]
    offer_id: Mapped[int | None]
    coded: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")
    texts: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")
    hidden: Mapped[Texts]


class Mistake(Base):
    """Something wrong that somebody saw on a record, and what came of it."""

    __tablename__ = "mistake"
    __table_args__ = (
        sa.Index(None, "organization_id", "told_at"),
        sa.Index("ix_mistake_open", "told_at", "id", postgresql_where=sa.text("state = 'OPEN'")),
        sa.Index(None, "account_id", "told_at"),
        sa.CheckConstraint("(state = 'OPEN') = (answered_at IS NULL)", name="answered"),
        {"schema": "directory"},
    )

    id: Mapped[Key]
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id, ondelete="CASCADE"))
    site_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey(Site.id, ondelete="CASCADE"), index=True
    )
    offer_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey(Offer.id, ondelete="CASCADE"), index=True
    )
    about: Mapped[About] = code_column(About)
    text: Mapped[str]
    told_at: Mapped[dt.datetime] = mapped_column(default=now)
    account_id: Mapped[int]
    told_by: Mapped[str]
    state: Mapped[MistakeState] = code_column(MistakeState)
    answer: Mapped[str | None]
    answered_at: Mapped[dt.datetime | None]
    answered_by: Mapped[str | None]
    organization: Mapped[Organization] = relationship()
    site: Mapped[Site | None] = relationship()
    offer: Mapped[Offer | None] = relationship()

    @property
    def record(self) -> Organization | Site | Offer:
        """What is wrong: the most precise of the three."""
        return self.offer or self.site or self.organization

    def move_to(self, state: MistakeState, *, by: str, answer: str | None) -> None:
        """Say what came of it, once; raises `IllegalMove`."""
        check_move(MOVES, self.state, state)
        self.state, self.answer = state, answer
        self.answered_at, self.answered_by = now(), by
