"""What people keep of the directory: searches and their news, offers of a unit and its notes."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account, Unit
from models.base import Base, Id, code_column, now
from models.codes.saved import NewsKind
from models.offer import Offer

Query = dict[str, list[str]]
Ids = sa.ARRAY(sa.BigInteger)


class SavedSearch(Base):
    """A search of the directory that an account named; its words are those that may be kept.

    Links in the e-mails about it bear `home_url`, the address under which it was saved.
    `known_ids` and `free_ids` are the offers found, and found free, at the last look; NULL when
    nothing was looked at yet, or when the search finds too much to be watched.
    """

    __tablename__ = "saved_search"
    __table_args__ = (
        sa.UniqueConstraint("account_id", "name"),
        sa.Index(
            "ix_saved_search_watched", "looked_at", "id", postgresql_where=sa.text("is_watched")
        ),
        {"schema": "accounts"},
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id, ondelete="CASCADE"))
    name: Mapped[str]
    query: Mapped[Query] = mapped_column(JSONB)
    said: Mapped[str]
    is_watched: Mapped[bool]
    home_url: Mapped[str]
    known_ids: Mapped[list[int] | None] = mapped_column(Ids)
    free_ids: Mapped[list[int] | None] = mapped_column(Ids)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    looked_at: Mapped[dt.datetime] = mapped_column(default=now)
    seen_at: Mapped[dt.datetime] = mapped_column(default=now)
    news: Mapped[list["SearchNews"]] = relationship(
        order_by="SearchNews.found_at.desc(), SearchNews.offer_id", passive_deletes=True
    )


class SearchNews(Base):
    """An offer that a watched search brought since its account last looked."""

    __tablename__ = "search_news"
    __table_args__: Any = (
        sa.Index(None, "offer_id"),
        sa.Index("ix_search_news_untold", "search_id", postgresql_where=sa.text("NOT is_told")),
        {"schema": "accounts"},
    )

    search_id: Mapped[int] = mapped_column(
        sa.ForeignKey(SavedSearch.id, ondelete="CASCADE"), primary_key=True
    )
    offer_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[NewsKind] = code_column(NewsKind)
    found_at: Mapped[dt.datetime] = mapped_column(default=now)
    is_told: Mapped[bool] = mapped_column(default=False)


class RecentSearch(Base):
    """One of the last searches of an account, without the words that may not be kept.

    Written as the audit log is, on a transaction of its own: no key binds it to its account, and
    a job removes those of an account that is no more.
    """

    __tablename__ = "recent_search"
    __table_args__ = (sa.UniqueConstraint("account_id", "digest"), {"schema": "accounts"})

    id: Mapped[Id]
    account_id: Mapped[int]
    digest: Mapped[str]
    query: Mapped[Query] = mapped_column(JSONB)
    said: Mapped[str]
    lost_words: Mapped[bool]
    searched_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)


class SearchHabit(Base):
    """What an account chose about its searches; without a row, both are on."""

    __tablename__ = "search_habit"
    __table_args__ = {"schema": "accounts"}

    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="CASCADE"), primary_key=True
    )
    keeps_recent: Mapped[bool] = mapped_column(default=True)
    gets_mail: Mapped[bool] = mapped_column(default=True)
    told_on: Mapped[dt.date | None]


class Favourite(Base):
    """An offer that a unit wants at hand; row security keeps it to that unit."""

    __tablename__ = "favourite"
    __table_args__ = {"schema": "directory"}

    unit_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Unit.id, ondelete="CASCADE"), primary_key=True
    )
    offer_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True, index=True
    )
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id, ondelete="SET NULL"))
    added_at: Mapped[dt.datetime] = mapped_column(default=now)


class UnitNote(Base):
    """What a unit wrote about an offer for itself alone; partners and other units have no policy.

    It outlives the star: taking an offer out of the favourites loses nobody's words.
    """

    __tablename__ = "unit_note"
    __table_args__ = (sa.Index(None, "unit_id", "offer_id"), {"schema": "directory"})

    id: Mapped[Id]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id, ondelete="CASCADE"))
    offer_id: Mapped[int] = mapped_column(sa.ForeignKey(Offer.id, ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id, ondelete="SET NULL"))
    text: Mapped[str]
    written_at: Mapped[dt.datetime] = mapped_column(default=now)
    account: Mapped[Account | None] = relationship(lazy="joined")
    unit: Mapped[Unit] = relationship(lazy="joined")
