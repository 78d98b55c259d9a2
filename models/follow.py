"""What happens during and after a placement: work sessions, incidents, follow-up."""

import datetime as dt
import uuid

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Unit
from models.base import Base, Key, code_column, now
from models.codes.follow import IncidentKind
from models.organization import Organization
from models.placement import Placement


class WorkSession(Base):
    """Hours of one day, entered by the host, validated by the CPIP; neither travel nor meals."""

    __tablename__ = "work_session"
    __table_args__ = (
        sa.Index(None, "unit_id", "placement_id"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 720", name="minutes"),
        sa.CheckConstraint(
            "(validated_at IS NULL) = (validated_by_id IS NULL)", name="validated_by"
        ),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    placement_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Placement.id))
    worked_on: Mapped[dt.date]
    minutes: Mapped[int]
    work_done: Mapped[str | None]
    entered_by: Mapped[str]
    entered_at: Mapped[dt.datetime] = mapped_column(default=now)
    validated_by_id: Mapped[int | None]
    validated_at: Mapped[dt.datetime | None]
    placement: Mapped[Placement] = relationship(back_populates="sessions")


class Incident(Base):
    """A breach or an incident, caused or suffered (RULE-TIG-25)."""

    __tablename__ = "incident"
    __table_args__ = (sa.Index(None, "unit_id", "placement_id"), {"schema": "casework"})

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    placement_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Placement.id))
    kind: Mapped[IncidentKind] = code_column(IncidentKind)
    happened_on: Mapped[dt.date]
    description: Mapped[str]
    reported_by: Mapped[str]
    reported_at: Mapped[dt.datetime] = mapped_column(default=now)


class FollowUp(Base):
    """A check to make some days after a start or an end (domain §4.11); no page makes any yet."""

    __tablename__ = "follow_up"
    __table_args__ = (sa.Index(None, "unit_id", "placement_id"), {"schema": "casework"})

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    placement_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Placement.id))
    due_on: Mapped[dt.date]
    done_on: Mapped[dt.date | None]
    note: Mapped[str | None]
