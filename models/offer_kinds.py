"""The kinds of offer: what each family says beyond the common columns (domain §4.4)."""

import datetime as dt
from typing import Annotated

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Texts, code_column, codes_column
from models.codes.housing import HousingType, RoomKind
from models.codes.offer import Band, Weekday, YesNo
from models.codes.services import (
    CareOrder,
    CareType,
    ContractType,
    CourseType,
    EmployerType,
    SupportType,
)
from models.codes.tig import HostReservation, ListingStatus, RiskFlag, TigActivity, TigForm
from models.offer import Offer

OfferKey = Annotated[int, mapped_column(sa.ForeignKey(Offer.id), primary_key=True)]


class TigPost(Offer):
    """A kind of unpaid work at a host, with its supervision and its place on the list."""

    __tablename__ = "tig_post"
    __table_args__ = (
        sa.CheckConstraint(
            "(listing_status IN ('LISTED', 'SUSPENDED')) <= (listed_on IS NOT NULL)",
            name="listed_has_date",
        ),
        {"schema": "directory"},
    )
    __mapper_args__ = {"polymorphic_identity": "tig_post"}

    id: Mapped[OfferKey]
    activity: Mapped[TigActivity] = code_column(TigActivity)
    nature_of_work: Mapped[str]
    execution_terms: Mapped[str | None]
    form: Mapped[TigForm] = code_column(TigForm, default=TigForm.INDIVIDUAL)
    listing_status: Mapped[ListingStatus] = code_column(ListingStatus)
    listing_requested_on: Mapped[dt.date | None]
    prosecutor_opinion_on: Mapped[dt.date | None]
    judge_opinion_on: Mapped[dt.date | None]
    listed_on: Mapped[dt.date | None]
    is_suspended_by_service: Mapped[bool] = mapped_column(default=False)
    supervisor_name: Mapped[str | None]
    days: Mapped[list[Weekday]] = codes_column(Weekday)
    bands: Mapped[list[Band]] = codes_column(Band)
    min_hours: Mapped[int | None]
    max_hours: Mapped[int | None]
    max_hours_per_week: Mapped[int | None]
    accepts_minors: Mapped[bool] = mapped_column(default=False)
    accepts_tnr: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    risk_flags: Mapped[list[RiskFlag]] = codes_column(RiskFlag)
    host_reservations: Mapped[list[HostReservation]] = codes_column(HostReservation)
    is_equipment_provided: Mapped[bool | None]
    is_meal_provided: Mapped[bool | None]
    is_road_victim_centre: Mapped[bool] = mapped_column(default=False)
    agreed_departments: Mapped[Texts]

    @property
    def type_label(self) -> str:
        return self.activity.label

    @property
    def type_code(self) -> str:
        return self.activity.value


class HousingOffer(Offer):
    """Beds, rooms or flats, and how one is admitted."""

    __tablename__ = "housing_offer"
    __table_args__ = {"schema": "directory"}
    __mapper_args__ = {"polymorphic_identity": "housing_offer"}

    id: Mapped[OfferKey]
    housing_type: Mapped[HousingType] = code_column(HousingType)
    room_kind: Mapped[RoomKind | None] = code_column(RoomKind)
    is_siao_only: Mapped[bool] = mapped_column(default=False)
    tag_compatible: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    owner_agreement: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    alcohol_rule: Mapped[str | None]
    is_substitution_accepted: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    min_resources: Mapped[str | None]
    participation_fee: Mapped[str | None]
    papers_needed: Mapped[str | None]
    stay_min_days: Mapped[int | None]
    stay_max_days: Mapped[int | None]
    is_renewable: Mapped[bool | None]
    entry_hours: Mapped[str | None]
    has_weekend_entry: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    has_night_presence: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    supports: Mapped[Texts]
    has_domiciliation: Mapped[YesNo] = code_column(YesNo, default=YesNo.UNKNOWN)
    annual_visit_on: Mapped[dt.date | None]

    @property
    def type_label(self) -> str:
        return self.housing_type.label

    @property
    def type_code(self) -> str:
        return self.housing_type.value


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
