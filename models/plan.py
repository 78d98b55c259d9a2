"""Release plans: where and when a person will live, what they need and what they must avoid."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa
from geoalchemy2 import Geometry, WKBElement
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Unit
from models.base import Base, Key, Point, Texts, code_column, codes_column, now
from models.codes.offer import Band, ContactFlag, Family, Weekday
from models.codes.people import (
    ConstraintKind,
    EmploymentStatus,
    Mobility,
    Pillar,
    PillarStatus,
    PlanStatus,
    Proof,
)
from models.person import Measure, SupervisedPerson
from models.reference import Commune

if TYPE_CHECKING:
    from models.orientation import Orientation


class ReleasePlan(Base):
    """What is prepared for one person: home, means, days free, window (projet de sortie)."""

    __tablename__ = "release_plan"
    __table_args__ = (
        sa.Index(None, "unit_id", "person_id"),
        sa.CheckConstraint("latest_on >= earliest_on", name="window"),
        sa.CheckConstraint("job_hours_per_week BETWEEN 0 AND 60", name="job_hours"),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    person_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(SupervisedPerson.id))
    status: Mapped[PlanStatus] = code_column(PlanStatus, default=PlanStatus.OPEN)
    earliest_on: Mapped[dt.date]
    latest_on: Mapped[dt.date]
    home_insee: Mapped[str] = mapped_column(sa.ForeignKey(Commune.insee_code))
    home_point: Mapped[Point | None]
    mobility: Mapped[Mobility] = code_column(Mobility)
    employment: Mapped[EmploymentStatus] = code_column(EmploymentStatus)
    job_hours_per_week: Mapped[int] = mapped_column(default=0)
    free_days: Mapped[list[Weekday]] = codes_column(Weekday)
    free_bands: Mapped[list[Band]] = codes_column(Band)
    has_tag: Mapped[bool] = mapped_column(default=False)
    can_drive: Mapped[bool] = mapped_column(default=False)
    is_medical_exam_asked: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    closed_at: Mapped[dt.datetime | None]
    person: Mapped[SupervisedPerson] = relationship(back_populates="plans", lazy="joined")
    home: Mapped[Commune] = relationship(lazy="joined")
    needs: Mapped[list["Need"]] = relationship(
        back_populates="plan", order_by="Need.created_at, Need.id"
    )
    constraints: Mapped[list["Constraint"]] = relationship(
        back_populates="plan", order_by="Constraint.id"
    )
    pillars: Mapped[list["PlanPillar"]] = relationship(order_by="PlanPillar.pillar")
    proofs: Mapped[list["PlanProof"]] = relationship(order_by="PlanProof.obtained_on, PlanProof.id")
    orientations: Mapped[list["Orientation"]] = relationship(back_populates="plan")


class Need(Base):
    """One kind of place a plan asks for."""

    __tablename__ = "need"
    __table_args__ = (
        sa.Index(None, "unit_id", "plan_id"),
        sa.CheckConstraint("radius_km BETWEEN 1 AND 200", name="radius_km"),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    plan_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(ReleasePlan.id))
    measure_id: Mapped[uuid.UUID | None] = mapped_column(sa.ForeignKey(Measure.id))
    family: Mapped[Family] = code_column(Family)
    kinds: Mapped[Texts]
    radius_km: Mapped[int] = mapped_column(default=20)
    max_travel_min: Mapped[int | None]
    stay_days: Mapped[int | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    met_at: Mapped[dt.datetime | None]
    plan: Mapped[ReleasePlan] = relationship(back_populates="needs", lazy="joined")
    measure: Mapped[Measure | None] = relationship(lazy="joined")
    orientations: Mapped[list["Orientation"]] = relationship(back_populates="need")


class Constraint(Base):
    """Something a plan must respect; a zone is a polygon, never a point and a radius."""

    __tablename__ = "plan_constraint"
    __table_args__ = (
        sa.Index(None, "unit_id", "plan_id"),
        sa.CheckConstraint(
            "CASE kind WHEN 'AVOID' THEN flag IS NOT NULL AND zone IS NULL"
            " ELSE flag IS NULL AND zone IS NOT NULL END",
            name="flag_or_zone",
        ),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    plan_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(ReleasePlan.id))
    kind: Mapped[ConstraintKind] = code_column(ConstraintKind)
    flag: Mapped[ContactFlag | None] = code_column(ContactFlag)
    zone: Mapped[WKBElement | None] = mapped_column(Geometry("POLYGON", 4326, spatial_index=False))
    plan: Mapped[ReleasePlan] = relationship(back_populates="constraints")


class PlanPillar(Base):
    """How far one pillar of a plan has come."""

    __tablename__ = "plan_pillar"
    __table_args__ = (
        sa.Index(None, "unit_id", "plan_id", "pillar", unique=True),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    plan_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(ReleasePlan.id))
    pillar: Mapped[Pillar] = code_column(Pillar)
    status: Mapped[PillarStatus] = code_column(PillarStatus, default=PillarStatus.NOT_STARTED)


class PlanProof(Base):
    """A document obtained for a plan."""

    __tablename__ = "plan_proof"
    __table_args__ = (
        sa.Index(None, "unit_id", "plan_id", "proof", unique=True),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    plan_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(ReleasePlan.id))
    proof: Mapped[Proof] = code_column(Proof)
    obtained_on: Mapped[dt.date]
