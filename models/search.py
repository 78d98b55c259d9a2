"""What the PostgreSQL search engine ranks on: a narrow row per offer, and the words in use."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Point, Texts
from models.offer import Offer


class OfferSearch(Base):
    """One published offer as the search engine sees it, written with the offer itself."""

    __tablename__ = "offer_search"
    __table_args__ = (
        sa.Index(None, "words", postgresql_using="gin"),
        sa.Index(None, "point", postgresql_using="gist"),
        sa.Index(None, "family", "type_code"),
        sa.Index(None, "zones", postgresql_using="gin"),
        # Enough to answer what names neither words nor a place, without reading the rows.
        sa.Index(
            "ix_offer_search_compact",
            "department_code",
            "insee_code",
            postgresql_include=["compact"],
        ),
        sa.Index(None, "title_key", postgresql_using="hash"),
        # A common word is read in a few squares of the ground only; what answers from afar is in a
        # square of its own.
        sa.Index(
            "ix_offer_search_squared",
            sa.func.directory.squared_words(
                *map(sa.text, ("words", "point", "is_remote", "zones"))
            ),
            postgresql_using="gin",
        ),
        sa.Index("ix_offer_search_remote", "offer_id", postgresql_where=sa.text("is_remote")),
        {"schema": "directory"},
    )

    offer_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True
    )
    family: Mapped[str]
    type_code: Mapped[str]
    insee_code: Mapped[str]
    department_code: Mapped[str]
    title_key: Mapped[str]
    words: Mapped[str] = mapped_column(TSVECTOR)
    point: Mapped[Point | None]
    is_remote: Mapped[bool]
    zones: Mapped[Texts]
    compact: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class SearchWord(Base):
    """A distinct word really used in the directory, to correct typing mistakes against."""

    __tablename__ = "search_word"
    __table_args__ = (
        sa.Index(
            None,
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "gin_trgm_ops"},
        ),
        {"schema": "directory"},
    )

    word: Mapped[str] = mapped_column(primary_key=True)
