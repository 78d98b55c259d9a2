"""What the network map shows: copies of the offers, a minute old at most, and their clusters."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry, WKBElement
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, Point, Texts, Whole, code_column, now
from models.codes.network import Sign
from models.codes.offer import Family
from models.offer import Offer
from models.reference import gist

Mercator = Geometry("POINT", 3857, spatial_index=False)


class OfferState(Base):
    """One published or suspended offer as the network sees it since the last refresh.

    `held` and `placements` are added up in totals and never shown for one offer.
    """

    __tablename__ = "offer_state"
    __table_args__: Any = (
        gist("point"),
        gist("spot"),
        sa.Index(None, "department_code", "family"),
        sa.Index(None, "insee_code", "family"),
        sa.Index(None, "due_again_at"),
        sa.Index(None, "cell_x", "cell_y"),
        # The orders in which the table of the whole country is read.
        sa.Index(None, "commune_key", "offer_id"),
        sa.Index(None, "title_key", "offer_id"),
        sa.Index(None, "organization_key", "offer_id"),
        {"schema": "directory"},
    )

    offer_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True
    )
    family: Mapped[Family] = code_column(Family)
    type_code: Mapped[str]
    title: Mapped[str]
    title_key: Mapped[str]
    organization_key: Mapped[str]
    commune_key: Mapped[str]
    site_id: Mapped[int]
    organization_id: Mapped[int] = mapped_column(index=True)
    insee_code: Mapped[str]
    epci_siren: Mapped[str | None]
    department_code: Mapped[str]
    region_code: Mapped[str]
    # The public point, on earth in metres; none means not on the map, still in the list.
    point: Mapped[Point | None]
    # The same point as the map is drawn, and its cell in the grid of zoom 14.
    spot: Mapped[WKBElement | None] = mapped_column(Mercator)
    cell_x: Mapped[Whole | None]
    cell_y: Mapped[Whole | None]
    # As the SPIP sees it; anybody else is told "full" for "over".
    sign: Mapped[Sign] = code_column(Sign)
    free: Mapped[Whole | None]
    places: Mapped[Whole]
    open: Mapped[Whole]
    held: Mapped[Whole]
    placements: Mapped[Whole]
    audiences: Mapped[Texts]
    days: Mapped[Texts]
    bands: Mapped[Texts]
    verified_at: Mapped[dt.datetime | None]
    due_at: Mapped[dt.datetime | None]
    stale_at: Mapped[dt.datetime | None]
    needs_accreditation: Mapped[bool]
    accredited_until: Mapped[dt.date | None]
    refreshed_at: Mapped[dt.datetime] = mapped_column(default=now)
    # When the calendar alone changes what is said here.
    due_again_at: Mapped[dt.datetime | None]


class OfferTouched(Base):
    """An offer changed since the last refresh; a mere insert, so that no hold waits for another."""

    __tablename__ = "offer_touched"
    __table_args__ = {"schema": "directory"}

    id: Mapped[Id]
    offer_id: Mapped[int]


class NetworkCell(Base):
    """The offers of one family in one square of the grid of a zoom (8 squares across a tile).

    Each is counted once: one place or more is free, full (or over), to be confirmed (or stale),
    suspended.
    """

    __tablename__ = "network_cell"
    __table_args__ = {"schema": "directory"}

    zoom: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    x: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    y: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    family: Mapped[Family] = code_column(Family, primary_key=True)
    offers: Mapped[Whole]
    free: Mapped[Whole]
    full: Mapped[Whole]
    unknown: Mapped[Whole]
    suspended: Mapped[Whole]
    # Sums of the offers' Web Mercator coordinates: their mean is where the cluster is drawn.
    sum_x: Mapped[float]
    sum_y: Mapped[float]


class NetworkVersion(Base):
    """How many times the copies have changed: one row, which says whether a tile is still true."""

    __tablename__ = "network_version"
    __table_args__ = {"schema": "directory"}

    id: Mapped[Whole] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]
