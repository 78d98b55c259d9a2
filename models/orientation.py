"""Orientations: a request for one held place, and its moves."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account, Unit
from models.base import Base, Key, code_column, now
from models.capacity import PlaceClaim, PlaceLot
from models.codes.journey import OrientationStatus, RefusalReason
from models.codes.organization import Channel
from models.event import Event
from models.lifecycle import check_move
from models.offer import Offer
from models.organization import Organization
from models.person import SupervisedPerson
from models.plan import Need, ReleasePlan

if TYPE_CHECKING:
    from models.disclosure import Disclosure
    from models.lift import CriterionLift
    from models.placement import Placement

S = OrientationStatus
MOVES: dict[OrientationStatus, frozenset[OrientationStatus]] = {
    S.DRAFT: frozenset({S.SENT, S.EXPIRED, S.CANCELLED}),
    S.SENT: frozenset({S.ACCEPTED, S.WAITLISTED, S.REFUSED, S.EXPIRED, S.CANCELLED}),
    S.WAITLISTED: frozenset({S.ACCEPTED, S.REFUSED, S.EXPIRED, S.CANCELLED}),
    S.ACCEPTED: frozenset({S.CONFIRMED, S.EXPIRED, S.CANCELLED}),
    S.CONFIRMED: frozenset({S.CANCELLED}),
    S.REFUSED: frozenset(),
    S.EXPIRED: frozenset(),
    S.CANCELLED: frozenset(),
}


class Orientation(Base):
    """A request to one partner for one place; what the partner saw is frozen on it."""

    __tablename__ = "orientation"
    __table_args__ = (
        sa.Index(None, "unit_id", "person_id"),
        sa.Index(None, "unit_id", "need_id"),
        sa.Index(
            "ix_orientation_answers",
            *("unit_id", "organization_id"),
            postgresql_include=["status", "sent_at"],
        ),
        sa.Index(None, "organization_id", "status"),
        sa.Index(None, "claim_id", unique=True),
        sa.CheckConstraint(
            "(status IN ('REFUSED', 'EXPIRED', 'CANCELLED')) = (closed_at IS NOT NULL)",
            name="closed_at",
        ),
        sa.CheckConstraint(
            "status IN ('DRAFT', 'EXPIRED', 'CANCELLED') OR sent_at IS NOT NULL", name="sent_at"
        ),
        sa.CheckConstraint(
            "(status = 'REFUSED') = (refusal_reason IS NOT NULL)", name="refusal_reason"
        ),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    person_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(SupervisedPerson.id))
    plan_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(ReleasePlan.id))
    need_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Need.id))
    offer_id: Mapped[int] = mapped_column(sa.ForeignKey(Offer.id), index=True)
    lot_id: Mapped[int] = mapped_column(sa.ForeignKey(PlaceLot.id))
    claim_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(PlaceClaim.id))
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id))
    requested_by_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id))
    status: Mapped[OrientationStatus] = code_column(
        OrientationStatus, default=OrientationStatus.DRAFT
    )
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    offer_title: Mapped[str]
    organization_name: Mapped[str]
    sheet: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    sent_at: Mapped[dt.datetime | None]
    answered_at: Mapped[dt.datetime | None]
    answered_by: Mapped[str | None]
    answer_channel: Mapped[Channel | None] = code_column(Channel)
    closed_at: Mapped[dt.datetime | None]
    refusal_reason: Mapped[RefusalReason | None] = code_column(RefusalReason)
    note: Mapped[str | None]
    claim: Mapped[PlaceClaim] = relationship(lazy="joined")
    offer: Mapped[Offer] = relationship()
    lot: Mapped[PlaceLot] = relationship()
    organization: Mapped[Organization] = relationship()
    unit: Mapped[Unit] = relationship(lazy="joined")
    requested_by: Mapped[Account] = relationship(lazy="joined")
    person: Mapped[SupervisedPerson] = relationship(back_populates="orientations")
    plan: Mapped[ReleasePlan] = relationship(back_populates="orientations")
    need: Mapped[Need] = relationship(back_populates="orientations")
    placement: Mapped["Placement | None"] = relationship(back_populates="orientation")
    events: Mapped[list["OrientationEvent"]] = relationship(
        back_populates="orientation", order_by="OrientationEvent.happened_at, OrientationEvent.id"
    )
    lifts: Mapped[list["CriterionLift"]] = relationship(
        order_by="CriterionLift.lifted_at, CriterionLift.id"
    )
    disclosures: Mapped[list["Disclosure"]] = relationship(back_populates="orientation")

    def expect(self, status: OrientationStatus) -> None:
        """Raise `IllegalMove` unless it can still become this."""
        check_move(MOVES, self.status, status)

    def move_to(self, status: OrientationStatus, *, by: Account | None, note: str = "") -> None:
        """Change status, or raise `IllegalMove`; every change leaves an event behind."""
        self.expect(status)
        self.status = status
        self.closed_at = now() if status.is_final else None
        self.record(status.label, by=by, note=note)

    def record(
        self, what: str, *, by: Account | None, note: str = "", is_internal: bool = False
    ) -> None:
        """Add a line to the timeline; the partner never reads an internal one."""
        line = OrientationEvent.of(self, what, by=by, note=note, is_internal=is_internal)
        self.events.append(line)


class OrientationEvent(Event):
    """One line of an orientation's timeline."""

    __tablename__ = "orientation_event"
    __table_args__ = (sa.Index(None, "unit_id", "orientation_id"), {"schema": "casework"})

    orientation_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Orientation.id))
    status: Mapped[OrientationStatus] = code_column(OrientationStatus)
    orientation: Mapped[Orientation] = relationship(back_populates="events")
