"""Offers: one kind of place at one site, with one table per kind beside the common columns."""

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Id, Texts, code_column, codes_column
from models.codes.offer import (
    AdmissionChannel,
    ContactFlag,
    Cost,
    Family,
    Gender,
    Household,
    Public,
    Publication,
    Welcome,
    YesNo,
)
from models.codes.people import MeasureType
from models.lifecycle import check_move
from models.organization import Organization, Site, Verified

if TYPE_CHECKING:
    from models.capacity import PlaceLot

MOVES: dict[Publication, frozenset[Publication]] = {
    Publication.DRAFT: frozenset({Publication.PUBLISHED, Publication.CLOSED}),
    Publication.PUBLISHED: frozenset({Publication.SUSPENDED, Publication.CLOSED}),
    Publication.SUSPENDED: frozenset({Publication.PUBLISHED, Publication.CLOSED}),
    Publication.CLOSED: frozenset({Publication.DRAFT}),
}


class Offer(Verified, Base):
    """One kind of place at one site; what every family shares."""

    __tablename__ = "offer"
    __table_args__: Any = (
        sa.Index(None, "publication", "family"),
        sa.Index("ix_offer_remote", "family", postgresql_where=sa.text("is_remote")),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    site_id: Mapped[int] = mapped_column(sa.ForeignKey(Site.id), index=True)
    kind: Mapped[str]
    family: Mapped[Family] = code_column(Family)
    title: Mapped[str]
    description: Mapped[str | None]
    publication: Mapped[Publication] = code_column(Publication, default=Publication.DRAFT)
    admission: Mapped[AdmissionChannel] = code_column(AdmissionChannel)
    admission_details: Mapped[str | None]
    documents_required: Mapped[Texts]
    cost: Mapped[Cost] = code_column(Cost, default=Cost.UNKNOWN)
    cost_details: Mapped[str | None]
    languages: Mapped[Texts]
    is_interview_required: Mapped[bool | None]
    can_interview_in_custody: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    lead_time_days: Mapped[int | None]
    accepts_measures: Mapped[list[MeasureType]] = codes_column(MeasureType)
    zone_eligibility: Mapped[Texts]
    is_remote: Mapped[bool] = mapped_column(default=False)
    requires_driving: Mapped[bool] = mapped_column(default=False)
    contact_flags: Mapped[list[ContactFlag]] = codes_column(ContactFlag)
    opening_hours: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    confirm_days: Mapped[int | None]
    site: Mapped[Site] = relationship(lazy="joined")
    lots: Mapped[list["PlaceLot"]] = relationship(
        "PlaceLot", back_populates="offer", order_by="PlaceLot.id"
    )

    __mapper_args__: dict[str, Any] = {"polymorphic_on": "kind", "polymorphic_abstract": True}

    def move_to(self, publication: Publication) -> None:
        """Change the publication, or raise `IllegalMove`."""
        check_move(MOVES, self.publication, publication)
        self.publication = publication

    @property
    def organization(self) -> Organization:
        """Whose offer it is."""
        return self.site.organization

    @property
    def type_label(self) -> str:
        """What kind of place it is, in French; each family says it from its own code."""
        return self.family.label

    @property
    def type_code(self) -> str:
        """The code of that kind."""
        return self.family.value


class AudienceRule(Base):
    """Who is welcome, said once at the level it holds for: offer, else site, else organization."""

    __tablename__ = "audience_rule"
    __table_args__ = (
        sa.CheckConstraint(
            "num_nonnulls(offer_id, site_id, organization_id) = 1", name="one_level"
        ),
        sa.CheckConstraint("age_max IS NULL OR age_min IS NULL OR age_max >= age_min", name="ages"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    offer_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Offer.id), unique=True)
    site_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Site.id), unique=True)
    organization_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Organization.id), unique=True)
    gender: Mapped[Gender | None] = code_column(Gender)
    age_min: Mapped[int | None]
    age_max: Mapped[int | None]
    households: Mapped[list[Household]] = codes_column(Household)
    animals: Mapped[YesNo | None] = code_column(YesNo)
    measures_refused: Mapped[list[MeasureType]] = codes_column(MeasureType)
    welcome: Mapped[Welcome | None] = code_column(Welcome)
    publics: Mapped[list[Public]] = codes_column(Public)
    residence_requirement: Mapped[str | None]
