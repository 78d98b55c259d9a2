"""What the base map draws, and which published data it was drawn from."""

from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry, WKBElement
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.reference import SCHEMA, gist


class MapShape(Base):
    """A shape of the base map in Web Mercator, kept for drawing only, between two zooms."""

    __tablename__ = "map_shape"
    __table_args__ = (gist("shape"), SCHEMA)

    id: Mapped[Id]
    layer: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    rank: Mapped[int]
    min_zoom: Mapped[int]
    max_zoom: Mapped[int]
    shape: Mapped[WKBElement] = mapped_column(Geometry("GEOMETRY", 3857, spatial_index=False))


class LoadedRelease(Base):
    """The release of the published data these tables were filled from, and for what area."""

    __tablename__ = "loaded_release"
    __table_args__ = SCHEMA

    source: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    counts: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
