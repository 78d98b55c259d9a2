"""What the network counts day by day: its totals, and what was searched in vain."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Whole, code_column
from models.codes.offer import Family


class NetworkDay(Base):
    """The totals of one commune and family on one day; today's follow each refresh.

    `free` counts places; `unknown` the offers to be confirmed, not those gone stale.
    """

    __tablename__ = "network_day"
    __table_args__: Any = (
        sa.Index(None, "day", "department_code"),
        {"schema": "directory"},
    )

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    insee_code: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[Family] = code_column(Family, primary_key=True)
    department_code: Mapped[str]
    offers: Mapped[Whole]
    places: Mapped[Whole]
    free: Mapped[Whole]
    held: Mapped[Whole]
    placements: Mapped[Whole]
    unknown: Mapped[Whole]


class NetworkSum(Base):
    """The totals of one département and family on one day, and what may be told of its placements.

    Kept from `NetworkDay`, so that France is read without its communes; the last six columns are
    those of the small-number rule, which says what each one means.
    """

    __tablename__ = "network_sum"
    __table_args__ = {"schema": "directory"}

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    department_code: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[Family] = code_column(Family, primary_key=True)
    offers: Mapped[Whole]
    places: Mapped[Whole]
    free: Mapped[Whole]
    unknown: Mapped[Whole]
    placements: Mapped[Whole]
    held: Mapped[Whole]
    hidden: Mapped[Whole]
    most: Mapped[Whole]
    claims: Mapped[Whole]
    is_exact: Mapped[bool]


class UnmetSearch(Base):
    """How many searches of a day found nothing, by commune and kind; it names nobody."""

    __tablename__ = "unmet_search"
    __table_args__ = {"schema": "directory"}

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    insee_code: Mapped[str] = mapped_column(primary_key=True)
    # Codes or a word of the vocabulary; "" where the search said nothing of it.
    family: Mapped[str] = mapped_column(primary_key=True)
    type_code: Mapped[str] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(primary_key=True)
    searches: Mapped[Whole]
