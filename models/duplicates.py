"""Records that may be one: the pairs proposed or told distinct, and the merges."""

import datetime as dt
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account
from models.base import Base, Id, Key, Texts, Whole, code_column, now
from models.codes.duplicates import Level, PairState, Piece
from models.lifecycle import check_move
from models.organization import Organization, Site

MOVES: dict[PairState, frozenset[PairState]] = {
    PairState.PROPOSED: frozenset({PairState.DISTINCT, PairState.MERGED}),
    PairState.DISTINCT: frozenset({PairState.PROPOSED, PairState.MERGED}),
    PairState.MERGED: frozenset({PairState.DISTINCT}),
}
Facts = dict[str, Any]
RECORDS: dict[Level, type[Organization] | type[Site]] = {
    Level.ORGANIZATION: Organization,
    Level.SITE: Site,
}


class DuplicatePair(Base):
    """Two organizations, or two sites of one, that may be the same; DISTINCT is remembered.

    Plain numbers, since records may go; the lower one comes first.
    """

    __tablename__ = "duplicate_pair"
    __table_args__: Any = (
        sa.UniqueConstraint("level", "first_id", "second_id"),
        sa.CheckConstraint("first_id < second_id", name="in_order"),
        sa.Index(None, "level", "second_id"),
        sa.Index(
            "ix_duplicate_pair_queue",
            sa.text("score DESC"),
            "id",
            postgresql_where=sa.text("state = 'PROPOSED'"),
        ),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    level: Mapped[Level] = code_column(Level)
    first_id: Mapped[int]
    second_id: Mapped[int]
    state: Mapped[PairState] = code_column(PairState, default=PairState.PROPOSED)
    # From 0 to 100, and the facts it was made of (search/duplicates/scoring.py).
    score: Mapped[Whole]
    reasons: Mapped[Facts] = mapped_column(JSONB, default=dict, server_default="{}")
    department_codes: Mapped[Texts]
    found_at: Mapped[dt.datetime] = mapped_column(default=now)
    # Somebody saw it, and said why.
    reported_by_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="SET NULL")
    )
    reported_at: Mapped[dt.datetime | None]
    note: Mapped[str | None]
    decided_by_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="SET NULL")
    )
    decided_at: Mapped[dt.datetime | None]

    def move_to(self, state: PairState, *, by: Account) -> None:
        """Change the state, or raise `IllegalMove`."""
        check_move(MOVES, self.state, state)
        self.state, self.decided_by_id, self.decided_at = state, by.id, now()


class DuplicateScan(Base):
    """Until when the records changed were compared with the others: one row."""

    __tablename__ = "duplicate_scan"
    __table_args__ = {"schema": "directory"}

    id: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    scanned_until: Mapped[dt.datetime]


class Merge(Base):
    """One record absorbed by another; it says where an old link leads, until it is split."""

    __tablename__ = "merge"
    __table_args__: Any = (
        sa.Index(
            "ix_merge_absorbed",
            "level",
            "absorbed_id",
            unique=True,
            postgresql_where=sa.text("split_at IS NULL"),
        ),
        sa.Index(None, "level", "kept_id"),
        sa.CheckConstraint("kept_id <> absorbed_id", name="two_records"),
        {"schema": "directory"},
    )

    id: Mapped[Key]
    level: Mapped[Level] = code_column(Level)
    kept_id: Mapped[int]
    absorbed_id: Mapped[int]
    kept_name: Mapped[str]
    absorbed_name: Mapped[str]
    department_codes: Mapped[Texts]
    merged_at: Mapped[dt.datetime] = mapped_column(default=now)
    merged_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id, ondelete="SET NULL"))
    merged_by: Mapped[str]
    split_at: Mapped[dt.datetime | None]
    split_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id, ondelete="SET NULL"))
    pieces: Mapped[list["MergePiece"]] = relationship(
        order_by="MergePiece.id", passive_deletes=True
    )


class MergePiece(Base):
    """One row that a merge moved, put aside or removed, or one field it changed.

    Row security shows it to those who may merge there alone: an address that a merge made
    confidential is in one of these.
    """

    __tablename__ = "merge_piece"
    __table_args__ = (sa.Index(None, "merge_id"), {"schema": "directory"})

    id: Mapped[Id]
    merge_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Merge.id, ondelete="CASCADE"))
    what: Mapped[Piece] = code_column(Piece)
    table_name: Mapped[str]
    row_key: Mapped[Facts] = mapped_column(JSONB)
    column_name: Mapped[str | None]
    # Values as PostgreSQL writes them in text: of one column, or of a whole row by column.
    before: Mapped[Facts | None] = mapped_column(JSONB(none_as_null=True))
    after: Mapped[Facts | None] = mapped_column(JSONB(none_as_null=True))


class SecretAside(Base):
    """The true place of a confidential site that a merge put aside; no role of ours reads it."""

    __tablename__ = "site_secret_aside"
    __table_args__ = {"schema": "directory"}

    merge_id: Mapped[uuid.UUID] = mapped_column(
        sa.ForeignKey(Merge.id, ondelete="CASCADE"), primary_key=True
    )
    content: Mapped[Facts] = mapped_column(JSONB)
