"""Housing: beds, rooms and flats (domain §4.4)."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Texts, code_column
from models.codes.housing import HousingType, RoomKind
from models.codes.offer import YesNo
from models.offer import Offer
from models.offer_kinds.key import OfferKey, untold


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
    capacity_total: Mapped[int | None]
    reserved_spip: Mapped[int | None]
    reserved_pe: Mapped[int | None]
    reserved_siao: Mapped[int | None]
    pmr_rooms: Mapped[int | None]
    children_age_limits: Mapped[str | None]
    needs_regular_stay: Mapped[YesNo] = untold()

    @property
    def type_label(self) -> str:
        return self.housing_type.label

    @property
    def type_code(self) -> str:
        return self.housing_type.value
