"""France as the State publishes it: regions, départements, communes, postal codes, town halls."""

import sqlalchemy as sa
from geoalchemy2 import Geometry, WKBElement
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Id, Point, code_column
from models.codes.commune import CommuneKind

SCHEMA = {"schema": "reference"}
COMMUNE_KEY = "reference.commune.insee_code"
DEPARTMENT_KEY = "reference.department.code"


def gist(column: str) -> sa.Index:
    """A spatial index declared by hand, which Alembic can compare."""
    return sa.Index(None, column, postgresql_using="gist")


def trigrams(column: str) -> sa.Index:
    """An index that finds names in spite of a typing mistake."""
    ops = {column: "gin_trgm_ops"}
    return sa.Index(None, column, postgresql_using="gin", postgresql_ops=ops)


class Region(Base):
    """An administrative region."""

    __tablename__ = "region"
    __table_args__ = SCHEMA

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class Department(Base):
    """A département, under its INSEE code ("2A", "69", "974")."""

    __tablename__ = "department"
    __table_args__ = SCHEMA

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    region_code: Mapped[str] = mapped_column(sa.ForeignKey("reference.region.code"))
    point: Mapped[Point | None]
    outline: Mapped[WKBElement | None] = mapped_column(
        Geometry("MULTIPOLYGON", 4326, spatial_index=False), deferred=True
    )

    region: Mapped[Region] = relationship()


class Epci(Base):
    """A grouping of communes with its own taxes, under its SIREN number."""

    __tablename__ = "epci"
    __table_args__ = SCHEMA

    siren: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]


class Commune(Base):
    """A commune of today, or one of the arrondissements of Paris, Lyon and Marseille."""

    __tablename__ = "commune"
    __table_args__ = (gist("point"), gist("outline"), trigrams("name_key"), SCHEMA)

    insee_code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[CommuneKind] = code_column(CommuneKind)
    population: Mapped[int | None]
    department_code: Mapped[str] = mapped_column(sa.ForeignKey(DEPARTMENT_KEY), index=True)
    epci_siren: Mapped[str | None] = mapped_column(sa.ForeignKey("reference.epci.siren"))
    parent_code: Mapped[str | None] = mapped_column(sa.ForeignKey(COMMUNE_KEY))
    point: Mapped[Point | None]
    outline: Mapped[WKBElement | None] = mapped_column(
        Geometry("MULTIPOLYGON", 4326, spatial_index=False), deferred=True
    )

    department: Mapped[Department] = relationship()
    postal_codes: Mapped[list["PostalCode"]] = relationship(
        secondary="reference.commune_postal_code",
        order_by="PostalCode.code",
        viewonly=True,
    )
    town_hall: Mapped["TownHall | None"] = relationship(viewonly=True)


class FormerCommune(Base):
    """A delegated or associated commune: a name people still use, inside a commune of today."""

    __tablename__ = "former_commune"
    __table_args__ = (trigrams("name_key"), SCHEMA)

    id: Mapped[Id]
    former_code: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[CommuneKind] = code_column(CommuneKind)
    commune_code: Mapped[str] = mapped_column(sa.ForeignKey(COMMUNE_KEY), index=True)
    point: Mapped[Point | None]


class PostalCode(Base):
    """A postal code that delivers to at least one commune."""

    __tablename__ = "postal_code"
    __table_args__ = SCHEMA

    code: Mapped[str] = mapped_column(primary_key=True)


class CommunePostalCode(Base):
    """A postal code used in a commune or an arrondissement."""

    __tablename__ = "commune_postal_code"
    __table_args__ = SCHEMA

    postal_code: Mapped[str] = mapped_column(
        sa.ForeignKey("reference.postal_code.code"), primary_key=True
    )
    insee_code: Mapped[str] = mapped_column(
        sa.ForeignKey(COMMUNE_KEY), primary_key=True, index=True
    )


class TownHall(Base):
    """A town hall open to the public, without its e-mail address or its elected officials."""

    __tablename__ = "town_hall"
    __table_args__ = (gist("point"), SCHEMA)

    insee_code: Mapped[str] = mapped_column(sa.ForeignKey(COMMUNE_KEY), primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str | None]
    website: Mapped[str | None]
    opening_hours: Mapped[str | None]
    point: Mapped[Point | None]
