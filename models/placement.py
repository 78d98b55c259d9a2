"""Placements: what follows a confirmed orientation, from the planned start to the outcome."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account, Unit
from models.base import Base, Key, code_column, now
from models.codes.follow import MedicalResult, Signatory
from models.codes.journey import EndReason, Outcome, PlacementStatus
from models.event import Event
from models.lifecycle import check_move
from models.organization import Organization
from models.orientation import Orientation

if TYPE_CHECKING:
    from models.follow import WorkSession

P = PlacementStatus
MOVES: dict[PlacementStatus, frozenset[PlacementStatus]] = {
    P.PLANNED: frozenset({P.STARTED, P.ENDED}),
    P.STARTED: frozenset({P.SUSPENDED, P.ENDED}),
    P.SUSPENDED: frozenset({P.STARTED, P.ENDED}),
    P.ENDED: frozenset(),
}


class Placement(Base):
    """One person at one place, confirmed; TIG adds consent, decision, hours and certificate."""

    __tablename__ = "placement"
    __table_args__ = (
        sa.Index(None, "unit_id", "status"),
        sa.Index(None, "organization_id", "status"),
        sa.Index(None, "orientation_id", unique=True),
        sa.CheckConstraint("ends_on >= starts_on", name="planned_dates"),
        sa.CheckConstraint(
            "(status = 'ENDED') = (ended_on IS NOT NULL AND end_reason IS NOT NULL)",
            name="ended_on",
        ),
        sa.CheckConstraint(
            "status NOT IN ('STARTED', 'SUSPENDED') OR started_on IS NOT NULL", name="started_on"
        ),
        sa.CheckConstraint("status <> 'PLANNED' OR started_on IS NULL", name="planned"),
        sa.CheckConstraint(
            "outcome IS DISTINCT FROM 'EXECUTE' OR certificate_on IS NOT NULL",
            name="executed_needs_certificate",
        ),
        sa.CheckConstraint(
            "status <> 'STARTED' OR hours_ordered IS NULL OR supervisor_name IS NOT NULL",
            name="tig_needs_supervisor",
        ),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id))
    orientation_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Orientation.id))
    status: Mapped[PlacementStatus] = code_column(PlacementStatus, default=PlacementStatus.PLANNED)
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    started_on: Mapped[dt.date | None]
    ended_on: Mapped[dt.date | None]
    consent_on: Mapped[dt.date | None]
    signatory: Mapped[Signatory | None] = code_column(Signatory)
    signed_by: Mapped[str | None]
    decided_on: Mapped[dt.date | None]
    is_medical_due: Mapped[bool] = mapped_column(default=False)
    medical_result: Mapped[MedicalResult | None] = code_column(MedicalResult)
    medical_on: Mapped[dt.date | None]
    supervisor_name: Mapped[str | None]
    hours_ordered: Mapped[int | None]
    certificate_on: Mapped[dt.date | None]
    end_reason: Mapped[EndReason | None] = code_column(EndReason)
    outcome: Mapped[Outcome | None] = code_column(Outcome)
    end_note: Mapped[str | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    orientation: Mapped[Orientation] = relationship(back_populates="placement", lazy="joined")
    organization: Mapped[Organization] = relationship()
    events: Mapped[list["PlacementEvent"]] = relationship(
        back_populates="placement", order_by="PlacementEvent.happened_at, PlacementEvent.id"
    )
    sessions: Mapped[list["WorkSession"]] = relationship(
        back_populates="placement", order_by="WorkSession.worked_on, WorkSession.id"
    )

    @property
    def first_day(self) -> dt.date:
        """The day the person came, or else the day planned."""
        return self.started_on or self.starts_on

    @property
    def last_day(self) -> dt.date:
        """The day a stay that took place ended, or else the day planned."""
        return self.ended_on if self.started_on and self.ended_on else self.ends_on

    def move_to(self, status: PlacementStatus, *, by: Account | None, note: str = "") -> None:
        """Change status, or raise `IllegalMove`; every change leaves an event behind."""
        check_move(MOVES, self.status, status)
        self.status = status
        self.record(status.label, by=by, note=note)

    def record(
        self, what: str, *, by: Account | None, note: str = "", is_internal: bool = False
    ) -> None:
        """Add a line to the timeline; the partner never reads an internal one."""
        line = PlacementEvent.of(self, what, by=by, note=note, is_internal=is_internal)
        self.events.append(line)


class PlacementEvent(Event):
    """One line of a placement's timeline."""

    __tablename__ = "placement_event"
    __table_args__ = (sa.Index(None, "unit_id", "placement_id"), {"schema": "casework"})

    placement_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Placement.id))
    status: Mapped[PlacementStatus] = code_column(PlacementStatus)
    placement: Mapped[Placement] = relationship(back_populates="events")
