"""Accreditations and agreements of organizations (design §6)."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Id, code_column
from models.codes.organization import AccreditationKind, AccreditationStatus
from models.lifecycle import check_move
from models.organization import Organization

S = AccreditationStatus
MOVES: dict[AccreditationStatus, frozenset[AccreditationStatus]] = {
    S.REQUESTED: frozenset({S.GRANTED, S.REFUSED}),
    S.GRANTED: frozenset({S.EXPIRED, S.WITHDRAWN}),
    S.REFUSED: frozenset(),
    S.EXPIRED: frozenset(),
    S.WITHDRAWN: frozenset(),
}


class Accreditation(Base):
    """A right given for a time: TIG habilitation, external-placement agreement, convention."""

    __tablename__ = "accreditation"
    __table_args__ = (
        sa.CheckConstraint(
            "status NOT IN ('GRANTED', 'EXPIRED', 'WITHDRAWN')"
            " OR (decided_on IS NOT NULL AND ends_on IS NOT NULL)",
            name="granted_has_dates",
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on > decided_on", name="ends_after_start"),
        {"schema": "directory"},
    )

    id: Mapped[Id]
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    kind: Mapped[AccreditationKind] = code_column(AccreditationKind)
    status: Mapped[AccreditationStatus] = code_column(AccreditationStatus)
    department_code: Mapped[str | None]
    requested_on: Mapped[dt.date | None]
    prosecutor_opinion_on: Mapped[dt.date | None]
    judge_opinion_on: Mapped[dt.date | None]
    decided_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    withdrawn_on: Mapped[dt.date | None]
    reference: Mapped[str | None]
    organization: Mapped[Organization] = relationship(back_populates="accreditations")

    def move_to(self, status: AccreditationStatus) -> None:
        """Change status, or raise `IllegalMove`."""
        check_move(MOVES, self.status, status)
        self.status = status
