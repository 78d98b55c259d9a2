"""Jobs, care, courses and support (domain §4.4)."""

import datetime as dt

from sqlalchemy.orm import Mapped

from models.base import Texts, code_column, codes_column
from models.codes.offer import Band, Weekday, YesNo
from models.codes.services import (
    CareOrder,
    CareType,
    ContractType,
    CourseType,
    EmployerType,
    SupportType,
)
from models.offer import Offer
from models.offer_kinds.key import OfferKey, untold
from models.offer_kinds.sessions import CourseSession, stored


class JobOffer(Offer):
    """A job, a training place or an integration pathway."""

    __tablename__ = "job_offer"
    __table_args__ = {"schema": "directory"}
    __mapper_args__ = {"polymorphic_identity": "job_offer"}

    id: Mapped[OfferKey]
    employer_type: Mapped[EmployerType] = code_column(EmployerType)
    contract: Mapped[ContractType | None] = code_column(ContractType)
    rome_code: Mapped[str | None]
    hours_per_week: Mapped[int | None]
    schedule: Mapped[str | None]
    days: Mapped[list[Weekday]] = codes_column(Weekday)
    bands: Mapped[list[Band]] = codes_column(Band)
    eligibility: Mapped[str | None]
    entry_calendar: Mapped[str | None]
    language_level: Mapped[str | None]
    has_record_check: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    licence: Mapped[str | None]

    @property
    def type_label(self) -> str:
        return self.employer_type.label

    @property
    def type_code(self) -> str:
        return self.employer_type.value


class CareOffer(Offer):
    """A care place; nothing clinical about anybody."""

    __tablename__ = "care_offer"
    __table_args__ = {"schema": "directory"}
    __mapper_args__ = {"polymorphic_identity": "care_offer"}

    id: Mapped[OfferKey]
    care_type: Mapped[CareType] = code_column(CareType)
    catchment: Mapped[str | None]
    appointment_delay_days: Mapped[int | None]
    delay_measured_on: Mapped[dt.date | None]
    court_ordered_care: Mapped[list[CareOrder]] = codes_column(CareOrder)
    has_attendance_certificate: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    has_substitution: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    is_residential: Mapped[YesNo] = untold()

    @property
    def type_label(self) -> str:
        return self.care_type.label

    @property
    def type_code(self) -> str:
        return self.care_type.value


class CourseOffer(Offer):
    """A court-ordered course (stage)."""

    __tablename__ = "course_offer"
    __table_args__ = {"schema": "directory"}
    __mapper_args__ = {"polymorphic_identity": "course_offer"}

    id: Mapped[OfferKey]
    course_type: Mapped[CourseType] = code_column(CourseType)
    duration_days: Mapped[int | None]
    price_euros: Mapped[int | None]
    next_session_on: Mapped[dt.date | None]
    sessions: Mapped[Texts]
    has_certificate: Mapped[YesNo] = untold()

    def coming(self, today: dt.date) -> list[CourseSession]:
        """The sessions not begun yet, the next one first, whichever field told it."""
        listed = {one.on: one for one in map(stored, self.sessions) if one}
        if self.next_session_on and self.next_session_on not in listed:
            listed[self.next_session_on] = CourseSession(self.next_session_on)
        return [listed[day] for day in sorted(listed) if day >= today]

    @property
    def type_label(self) -> str:
        return self.course_type.label

    @property
    def type_code(self) -> str:
        return self.course_type.value


class SupportOffer(Offer):
    """Rights, family, victims, material help, mobility, sport and culture."""

    __tablename__ = "support_offer"
    __table_args__ = {"schema": "directory"}
    __mapper_args__ = {"polymorphic_identity": "support_offer"}

    id: Mapped[OfferKey]
    support_type: Mapped[SupportType] = code_column(SupportType)

    @property
    def type_label(self) -> str:
        return self.support_type.label

    @property
    def type_code(self) -> str:
        return self.support_type.value
