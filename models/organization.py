"""Organizations, their sites and contacts."""

import datetime as dt
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, Id, Point, Texts, code_column, now
from models.codes.organization import (
    Channel,
    LegalForm,
    OrganizationStatus,
    PmrAccess,
    PointPrecision,
    Source,
)
from models.names import NAME_AND_ACRONYM, PUBLIC_NAME, folded_name
from models.reference import Commune, trigrams

if TYPE_CHECKING:
    from models.accreditation import Accreditation


class Verified:
    """`verified_at` says "still true"; `modified_at` says "changed"."""

    verified_at: Mapped[dt.datetime | None]
    verified_by: Mapped[str | None]
    verified_channel: Mapped[Channel | None] = code_column(Channel)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    modified_at: Mapped[dt.datetime] = mapped_column(default=now, onupdate=now)

    def confirm(self, *, said_by: str, channel: Channel, at: dt.datetime | None = None) -> None:
        """Still true is not changed: `verified_at` moves, `modified_at` stays."""
        self.verified_at, self.verified_by, self.verified_channel = at or now(), said_by, channel
        flag_modified(self, "modified_at")


class Organization(Verified, Base):
    """A partner: whoever hosts, houses, hires, cares or helps."""

    __tablename__ = "organization"
    __table_args__ = (
        sa.Index(None, "source", "source_id", unique=True),
        trigrams("name_key"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    legal_name: Mapped[str]
    acronym: Mapped[str | None]
    legal_form: Mapped[LegalForm] = code_column(LegalForm)
    siret: Mapped[str | None] = mapped_column(index=True)
    rna: Mapped[str | None]
    finess: Mapped[str | None]
    uai: Mapped[str | None]
    national_reference: Mapped[str | None]
    networks: Mapped[Texts]
    website: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    description: Mapped[str | None]
    status: Mapped[OrganizationStatus] = code_column(
        OrganizationStatus, default=OrganizationStatus.ACTIVE
    )
    source: Mapped[Source] = code_column(Source, default=Source.MANUAL)
    source_id: Mapped[str | None]
    name_key: Mapped[str | None] = folded_name(NAME_AND_ACRONYM)
    sites: Mapped[list["Site"]] = relationship(back_populates="organization", order_by="Site.id")
    accreditations: Mapped[list["Accreditation"]] = relationship(
        back_populates="organization", order_by="Accreditation.id"
    )


class Site(Verified, Base):
    """A place on earth where an organization receives people."""

    __tablename__ = "site"
    __table_args__ = (
        sa.Index(None, "public_point", postgresql_using="gist"),
        sa.Index(
            "ix_site_unplaced", "department_code", postgresql_where=sa.text("public_point IS NULL")
        ),
        trigrams("name_key"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    name: Mapped[str]
    address: Mapped[str | None]
    postal_code: Mapped[str | None]
    insee_code: Mapped[str] = mapped_column(sa.ForeignKey(Commune.insee_code), index=True)
    department_code: Mapped[str] = mapped_column(index=True)
    public_point: Mapped[Point | None]
    precision: Mapped[PointPrecision] = code_column(
        PointPrecision, default=PointPrecision.MUNICIPALITY
    )
    is_confidential: Mapped[bool] = mapped_column(default=False)
    pmr_access: Mapped[PmrAccess] = code_column(PmrAccess, default=PmrAccess.UNKNOWN)
    accessibility_url: Mapped[str | None]
    nearest_stop: Mapped[str | None]
    nearest_stop_walk_min: Mapped[int | None]
    last_service_time: Mapped[dt.time | None]
    is_car_needed: Mapped[bool] = mapped_column(default=False)
    opening_hours: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    # A confidential site has no name to be suggested by.
    name_key: Mapped[str | None] = folded_name(PUBLIC_NAME)
    organization: Mapped[Organization] = relationship(back_populates="sites")
    commune: Mapped[Commune] = relationship(lazy="joined")
    contacts: Mapped[list["Contact"]] = relationship(back_populates="site", order_by="Contact.id")


class SiteSecret(Base):
    """The true place of a confidential site, and how to reach it; nothing else can read it."""

    __tablename__ = "site_secret"
    __table_args__ = {"schema": "directory"}

    site_id: Mapped[int] = mapped_column(sa.ForeignKey(Site.id), primary_key=True)
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    point: Mapped[Point | None]


class Contact(Base):
    """Somebody, or a desk, one can call about a site."""

    __tablename__ = "contact"
    __table_args__ = {"schema": "directory"}

    id: Mapped[Id]
    site_id: Mapped[int] = mapped_column(sa.ForeignKey(Site.id), index=True)
    name: Mapped[str]
    function: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    site: Mapped[Site] = relationship(back_populates="contacts")
