"""The criteria that a counsellor sets aside for a request."""

import datetime as dt
import uuid

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.account import Account, Unit
from models.base import Base, Key, now
from models.orientation import Orientation


class CriterionLift(Base):
    """A criterion set aside by a CPIP, with the written reason (design §5)."""

    __tablename__ = "criterion_lift"
    __table_args__ = (sa.Index(None, "unit_id", "orientation_id"), {"schema": "casework"})

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    orientation_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Orientation.id))
    criterion: Mapped[str]
    rule_class: Mapped[str]
    sentence: Mapped[str]
    reason: Mapped[str]
    lifted_at: Mapped[dt.datetime] = mapped_column(default=now)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id))
