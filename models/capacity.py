"""Lots of places, what partners report of them, and the claims that hold or take a unit."""

import datetime as dt
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Id, Key, code_column, codes_column, now
from models.codes.claims import ClaimState, LotState, Sharing
from models.codes.offer import Gender, Household, Weekday
from models.codes.organization import Channel
from models.lifecycle import check_move
from models.offer import Offer

MOVES: dict[ClaimState, frozenset[ClaimState]] = {
    ClaimState.HELD: frozenset({ClaimState.TAKEN, ClaimState.RELEASED, ClaimState.EXPIRED}),
    ClaimState.TAKEN: frozenset({ClaimState.RELEASED}),
    ClaimState.RELEASED: frozenset(),
    ClaimState.EXPIRED: frozenset({ClaimState.TAKEN}),
}
LIVE_STATES = (ClaimState.HELD, ClaimState.TAKEN)


class PlaceLot(Base):
    """Units of one offer counted together: "6 hommes", "1 couple avec enfant"."""

    __tablename__ = "place_lot"
    __table_args__ = (
        sa.CheckConstraint("places >= 0", name="places"),
        sa.CheckConstraint("open BETWEEN 0 AND places", name="open"),
        sa.CheckConstraint("sharing <> 'DEDICATED' OR open = places", name="dedicated_is_open"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    offer_id: Mapped[int] = mapped_column(sa.ForeignKey(Offer.id), index=True)
    label: Mapped[str]
    gender: Mapped[Gender] = code_column(Gender, default=Gender.ANY)
    is_for_minors: Mapped[bool] = mapped_column(default=False)
    households: Mapped[list[Household]] = codes_column(Household)
    days: Mapped[list[Weekday]] = codes_column(Weekday)
    sharing: Mapped[Sharing] = code_column(Sharing, default=Sharing.DEDICATED)
    state: Mapped[LotState] = code_column(LotState, default=LotState.OPEN)
    places: Mapped[int]
    open: Mapped[int]
    valid_until: Mapped[dt.datetime | None]
    next_free_on: Mapped[dt.date | None]
    claimed_at: Mapped[dt.datetime] = mapped_column(default=now, server_default=sa.func.now())
    offer: Mapped[Offer] = relationship(back_populates="lots")
    reports: Mapped[list["CapacityReport"]] = relationship(
        back_populates="lot", order_by="CapacityReport.reported_at.desc(), CapacityReport.id.desc()"
    )
    claims: Mapped[list["PlaceClaim"]] = relationship(back_populates="lot")


class CapacityReport(Base):
    """What was said of a lot, by whom and how; never changed afterwards."""

    __tablename__ = "capacity_report"
    __table_args__ = (
        sa.Index(None, "lot_id", "reported_at"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    lot_id: Mapped[int] = mapped_column(sa.ForeignKey(PlaceLot.id))
    reported_at: Mapped[dt.datetime] = mapped_column(default=now)
    reported_by: Mapped[str]
    account_id: Mapped[int | None]
    channel: Mapped[Channel] = code_column(Channel)
    claims_shown: Mapped[list[uuid.UUID]] = mapped_column(sa.ARRAY(sa.Uuid()), default=list)
    answer: Mapped[int]
    places: Mapped[int]
    open: Mapped[int]
    is_clamped: Mapped[bool] = mapped_column(default=False)
    state: Mapped[LotState] = code_column(LotState, default=LotState.OPEN)
    valid_until: Mapped[dt.datetime | None]
    note: Mapped[str | None]
    lot: Mapped[PlaceLot] = relationship(back_populates="reports")


class PlaceClaim(Base):
    """One unit of a lot over some days, for a unit of the SPIP; it names nobody."""

    __tablename__ = "place_claim"
    __table_args__ = (
        sa.Index(None, "lot_id", postgresql_where=sa.text("state IN ('HELD', 'TAKEN')")),
        # The whole past of a lot: was it ever used, since when is it full?
        sa.Index("ix_place_claim_ever", "lot_id"),
        sa.Index(
            "ix_place_claim_expiring",
            "expires_at",
            postgresql_where=sa.text("state = 'HELD'"),
        ),
        sa.CheckConstraint("NOT isempty(during)", name="some_days"),
        sa.CheckConstraint("NOT lower_inf(during) AND NOT upper_inf(during)", name="bounded_days"),
        sa.CheckConstraint(
            "CASE state WHEN 'HELD' THEN expires_at IS NOT NULL AND ended_at IS NULL"
            " WHEN 'TAKEN' THEN taken_at IS NOT NULL AND ended_at IS NULL"
            " WHEN 'RELEASED' THEN ended_at IS NOT NULL"
            " WHEN 'EXPIRED' THEN ended_at IS NOT NULL AND taken_at IS NULL"
            " ELSE false END",
            name="state_dates",
        ),
        {"schema": "directory"},
    )

    id: Mapped[Key]
    lot_id: Mapped[int] = mapped_column(sa.ForeignKey(PlaceLot.id))
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("accounts.unit.id"), index=True)
    state: Mapped[ClaimState] = code_column(ClaimState)
    during: Mapped[Range[dt.date]] = mapped_column(DATERANGE)
    held_at: Mapped[dt.datetime] = mapped_column(default=now)
    expires_at: Mapped[dt.datetime | None]
    taken_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
    overdue_noted_on: Mapped[dt.date | None]
    is_returned: Mapped[bool | None]
    lot: Mapped[PlaceLot] = relationship(back_populates="claims")

    def move_to(self, state: ClaimState) -> None:
        """Change the state, or raise `IllegalMove`; the guard of the database has the last word."""
        check_move(MOVES, self.state, state)
        self.state = state
        self.ended_at = None if state in LIVE_STATES else now()

    @property
    def starts_on(self) -> dt.date:
        """First day claimed."""
        assert self.during.lower is not None
        return self.during.lower

    @property
    def ends_on(self) -> dt.date:
        """Last day claimed (the range stored is half-open)."""
        assert self.during.upper is not None
        return self.during.upper - dt.timedelta(days=1)
