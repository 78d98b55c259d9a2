"""Imports: runs, their lines, and the file as long as it is read."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.account import Account
from models.base import Base, Id, Whole, code_column, now
from models.codes.imports import Decision, Doubts, Outcome, Step
from models.codes.organization import Source
from models.import_life import Facts, Life, facts, list_of_facts


class ImportRun(Life, Base):
    """One file brought in by somebody: read, looked at, applied, perhaps undone."""

    __tablename__ = "import_run"
    __table_args__ = (
        sa.Index(None, "file_sha256"),
        sa.CheckConstraint("(state = 'FAILED') = (error IS NOT NULL)", name="failed_has_error"),
        sa.CheckConstraint("stopped_stage IS NULL OR state = 'FAILED'", name="stopped_has_failed"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id))
    account_name: Mapped[str]
    # The départements whose partners it may write; none given means all of France.
    territory: Mapped[list[str] | None] = mapped_column(ARRAY(sa.Text))
    # Whose list a free spreadsheet is: its identifiers mean nothing in another one.
    origin: Mapped[str]
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    file_size: Mapped[int]
    kind: Mapped[str | None]
    headings: Mapped[list[str]] = list_of_facts()
    columns: Mapped[list[Facts]] = list_of_facts()
    mapping: Mapped[Facts | None] = mapped_column(JSONB(none_as_null=True))
    # From 0 to 1 while a file is read, when that can be told.
    share: Mapped[float | None]
    doubts: Mapped[Doubts] = code_column(Doubts, default=Doubts.LEAVE)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class ImportRow(Base):
    """One line of a run: what it says, what it is found to be, what became of it."""

    __tablename__ = "import_row"
    __table_args__ = (
        sa.Index(None, "run_id", "outcome", "n"),
        sa.Index(None, "run_id", "external_id"),
        sa.Index(
            "ix_import_row_waiting", "run_id", "n", postgresql_where=sa.text("step = 'WAITING'")
        ),
        {"schema": "directory"},
    )

    run_id: Mapped[int] = mapped_column(
        sa.ForeignKey(ImportRun.id, ondelete="CASCADE"), primary_key=True
    )
    n: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    line: Mapped[Whole]
    part: Mapped[str]
    source: Mapped[Source | None] = code_column(Source)
    external_id: Mapped[str | None]
    name: Mapped[str]
    place: Mapped[str]
    outcome: Mapped[Outcome] = code_column(Outcome)
    # What the line says, under the names of our columns.
    said: Mapped[Facts] = facts()
    # The line as it was in the file, kept only for those that may have to be corrected there.
    raw: Mapped[Facts] = facts()
    faults: Mapped[list[Facts]] = list_of_facts()
    changes: Mapped[list[Facts]] = list_of_facts()
    # Fields corrected here since the source last spoke: they stay.
    kept: Mapped[list[str]] = list_of_facts()
    # Records it may be about, with the reasons.
    twins: Mapped[list[Facts]] = list_of_facts()
    decision: Mapped[Decision | None] = code_column(Decision)
    step: Mapped[Step] = code_column(Step, default=Step.WAITING)
    note: Mapped[str | None]
    # Whose record it is, or which it made; plain numbers, since records may go.
    organization_id: Mapped[int | None]
    site_id: Mapped[int | None]
    # What applying it made and changed, so that it can be undone.
    done: Mapped[Facts] = facts()


class ImportPart(Base):
    """A piece of an uploaded file: the web process and the worker share nothing but this base."""

    __tablename__ = "import_part"
    __table_args__ = {"schema": "directory"}

    run_id: Mapped[int] = mapped_column(
        sa.ForeignKey(ImportRun.id, ondelete="CASCADE"), primary_key=True
    )
    n: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes]
