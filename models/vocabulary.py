"""Words that coordinators add to the vocabulary; the vocabulary search rows were written with."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account
from models.base import Base, Id, code_column, now
from models.codes.vocabulary import SynonymState


class Synonym(Base):
    """A word that a coordinator says means an entry of the vocabulary; kept because they ask."""

    __tablename__ = "synonym"
    __table_args__ = (
        sa.UniqueConstraint("term", "means"),
        sa.CheckConstraint("(state = 'ACCEPTED') = (decided_at IS NOT NULL)", name="decided"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    # Plain words: no accent, no capital, one space between two.
    term: Mapped[str]
    means: Mapped[str]
    state: Mapped[SynonymState] = code_column(SynonymState, default=SynonymState.PROPOSED)
    proposed_by_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id))
    proposed_at: Mapped[dt.datetime] = mapped_column(default=now)
    decided_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id))
    decided_at: Mapped[dt.datetime | None]
    proposed_by: Mapped[Account] = relationship(foreign_keys=proposed_by_id)
    decided_by: Mapped[Account | None] = relationship(foreign_keys=decided_by_id)


class SearchVocabulary(Base):
    """The vocabulary that search rows are being written with, and the last offer written so far."""

    __tablename__ = "search_vocabulary"
    __table_args__ = {"schema": "directory"}

    digest: Mapped[str] = mapped_column(primary_key=True)
    reached: Mapped[int]
    finished_at: Mapped[dt.datetime | None]
