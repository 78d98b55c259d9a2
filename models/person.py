"""Supervised people and their measures; identity is only ever stored encrypted."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.account import Account, Unit
from models.base import Base, Key, code_column, now
from models.codes.offer import Household
from models.codes.people import ExternalSystem, MeasureType, OffenceClass, Setting, Sex
from models.secret import Encrypted, keyring

if TYPE_CHECKING:
    from models.orientation import Orientation
    from models.plan import ReleasePlan


class SupervisedPerson(Base):
    """Somebody followed by a unit, inside or outside (PPSMJ)."""

    __tablename__ = "supervised_person"
    __table_args__ = (
        sa.Index(None, "unit_id", "officer_id"),
        sa.Index(None, "unit_id", "name_digest"),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    officer_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id))
    last_name: Mapped[str] = mapped_column(Encrypted)
    first_name: Mapped[str] = mapped_column(Encrypted)
    birth_date: Mapped[str] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    written_address: Mapped[str | None] = mapped_column(Encrypted)
    name_digest: Mapped[str]
    sex: Mapped[Sex] = code_column(Sex)
    setting: Mapped[Setting] = code_column(Setting, default=Setting.OPEN)
    household: Mapped[Household] = code_column(Household, default=Household.SINGLE)
    has_animal: Mapped[bool] = mapped_column(default=False)
    needs_pmr: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    closed_at: Mapped[dt.datetime | None]
    officer: Mapped[Account] = relationship(lazy="joined")
    unit: Mapped[Unit] = relationship()
    measures: Mapped[list["Measure"]] = relationship(
        back_populates="person", order_by="Measure.decided_on, Measure.id"
    )
    external_refs: Mapped[list["ExternalRef"]] = relationship(
        back_populates="person", order_by="ExternalRef.system"
    )
    plans: Mapped[list["ReleasePlan"]] = relationship(back_populates="person")
    orientations: Mapped[list["Orientation"]] = relationship(back_populates="person")

    @property
    def full_name(self) -> str:
        """First name and NAME, as French public services write them."""
        return f"{self.first_name} {self.last_name.upper()}"

    @property
    def born_on(self) -> dt.date:
        """The birth date as a date."""
        return dt.date.fromisoformat(self.birth_date)

    def age_on(self, day: dt.date) -> int:
        """Whole years on a given day."""
        born = self.born_on
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def seal_name(self) -> None:
        """Keep the digest in step with the name and the birth date."""
        self.name_digest = keyring.digest(self.last_name, self.first_name, self.birth_date)


class ExternalRef(Base):
    """The number under which another system knows a person."""

    __tablename__ = "external_ref"
    __table_args__ = (sa.Index(None, "unit_id", "person_id"), {"schema": "casework"})

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    person_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(SupervisedPerson.id))
    system: Mapped[ExternalSystem] = code_column(ExternalSystem)
    value: Mapped[str] = mapped_column(Encrypted)
    person: Mapped[SupervisedPerson] = relationship(back_populates="external_refs")


class Measure(Base):
    """A court measure: what it is, its hours and its dates; never the offence."""

    __tablename__ = "measure"
    __table_args__ = (
        sa.Index(None, "unit_id", "person_id"),
        sa.CheckConstraint(
            "hours_ordered IS NULL OR hours_ordered BETWEEN 1 AND 400", name="hours_ordered"
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),
        {"schema": "casework"},
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey(Unit.id))
    person_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey(SupervisedPerson.id))
    type: Mapped[MeasureType] = code_column(MeasureType)
    offence_class: Mapped[OffenceClass | None] = code_column(OffenceClass)
    jurisdiction: Mapped[str | None]
    decided_on: Mapped[dt.date | None]
    enforceable_on: Mapped[dt.date | None]
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    hours_ordered: Mapped[int | None]
    suspended_days: Mapped[int] = mapped_column(default=0)
    person: Mapped[SupervisedPerson] = relationship(back_populates="measures")
