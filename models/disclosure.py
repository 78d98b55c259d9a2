"""What was disclosed of a person to a partner."""

import datetime as dt
import uuid

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account, Unit
from models.base import Base, Key, Texts, now
from models.organization import Organization
from models.orientation import Orientation
from models.secret import EncryptedFields


class Disclosure(Base):
    """An encrypted copy of exactly the fields disclosed to a partner; it proves what was seen."""

    __tablename__ = "disclosure"
    __table_args__ = (
        sa.Index(None, "unit_id", "orientation_id"),
        sa.Index(None, "organization_id"),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey(Organization.id))
    orientation_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(Orientation.id))
    field_names: Mapped[Texts]
    content: Mapped[dict[str, str]] = mapped_column(EncryptedFields)
    disclosed_at: Mapped[dt.datetime] = mapped_column(default=now)
    disclosed_by_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id))
    closes_on: Mapped[dt.date | None]
    orientation: Mapped[Orientation] = relationship(back_populates="disclosures")
