"""What waits to be copied into another search engine, and which copy there is."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class SearchOutbox(Base):
    """An offer whose search row changed since it was last copied, or whose copy was refused."""

    __tablename__ = "search_outbox"
    __table_args__ = (
        sa.Index(None, "offer_id"),
        sa.Index("ix_search_outbox_waiting", "id", postgresql_where=sa.text("error IS NULL")),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    # Not a foreign key: an offer that was deleted must leave the copy too.
    offer_id: Mapped[int]
    error: Mapped[str | None]


class SearchIndex(Base):
    """A copy of the search table in another engine; while there is one, changes are noted."""

    __tablename__ = "search_index"
    __table_args__ = ({"schema": "directory"},)

    name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str]
    built_at: Mapped[dt.datetime | None]
