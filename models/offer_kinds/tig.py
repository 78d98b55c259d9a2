"""TIG posts, and their life on the département's list (domain §4.4; RULE-TIG-16, RULE-TIG-17)."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Texts, code_column, codes_column
from models.codes.offer import Band, Weekday, YesNo
from models.codes.tig import HostReservation, ListingStatus, RiskFlag, TigActivity, TigForm
from models.lifecycle import check_move
from models.offer import Offer
from models.offer_kinds.key import OfferKey, untold

LISTING_MOVES: dict[ListingStatus, frozenset[ListingStatus]] = {
    ListingStatus.DRAFT: frozenset({ListingStatus.LISTING_REQUESTED}),
    ListingStatus.LISTING_REQUESTED: frozenset({ListingStatus.LISTED, ListingStatus.DRAFT}),
    ListingStatus.LISTED: frozenset({ListingStatus.SUSPENDED, ListingStatus.DELISTED}),
    ListingStatus.SUSPENDED: frozenset({ListingStatus.LISTED, ListingStatus.DELISTED}),
    ListingStatus.DELISTED: frozenset({ListingStatus.LISTING_REQUESTED}),
}


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
    seasonality: Mapped[str | None]
    needs_licence: Mapped[YesNo] = untold()
    needs_own_vehicle: Mapped[YesNo] = untold()
    clothes: Mapped[str | None]
    has_transport_help: Mapped[YesNo] = untold()
    reservations_note: Mapped[str | None]

    def move_on_list(self, status: ListingStatus) -> None:
        """Change its place on the list, or raise `IllegalMove`."""
        check_move(LISTING_MOVES, self.listing_status, status)
        self.listing_status = status

    @property
    def type_label(self) -> str:
        return self.activity.label

    @property
    def type_code(self) -> str:
        return self.activity.value
