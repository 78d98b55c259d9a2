"""What matching knows of a plan and of an offer: plain values, no database behind them."""

import datetime as dt
from dataclasses import dataclass

from models.codes.claims import LotState
from models.codes.offer import (
    AdmissionChannel,
    Band,
    ContactFlag,
    Family,
    Gender,
    Household,
    Publication,
    Weekday,
    YesNo,
)
from models.codes.organization import LegalForm, PmrAccess
from models.codes.people import MeasureType, Mobility, Sex
from models.codes.tig import ListingStatus, RiskFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What one need asks for and what must be avoided; neither identity nor offence."""

    # The need.
    as_of: dt.date  # the day of the search: decisions have no clock
    family: Family
    kinds: frozenset[str] = frozenset()  # kind codes wanted; empty: any of the family
    earliest: dt.date  # first day on which the place may start
    latest: dt.date  # last day on which it may start
    departement: str  # code of the deciding SPIP's département: "69", "2A", "974"
    measures: frozenset[MeasureType] = frozenset()
    stay_days: int | None = None  # how long the place is wanted; None: not said
    # The sentence, for a TIG.
    hours: int | None = None  # hours left to do
    enforceable_on: dt.date | None = None
    suspended_days: int = 0  # days on which the deadline did not run
    execution_deadline: dt.date | None = None  # when fixed by hand; else computed
    # The person.
    age: int | None = None  # whole years on `earliest`
    sex: Sex | None = None
    household: Household | None = None
    has_animal: bool = False
    needs_pmr: bool = False
    is_employed: bool | None = None
    job_hours_week: float | None = None  # hours a week; None or 0: taken as 35
    job_days: frozenset[Weekday] = frozenset()  # daytime taken by the job; empty: Mon to Fri
    days: frozenset[Weekday] = frozenset()  # availability; empty: not said
    bands: frozenset[Band] = frozenset()  # availability; empty: not said
    mobility: Mobility | None = None
    radius_km: float | None = None
    max_travel_min: int | None = None  # minutes, one way
    may_drive: bool | None = None  # holds a valid licence
    wears_tag: bool = False  # electronic tag (DDSE, ARSE)
    has_owner_agreement: bool = False  # written proof in the file
    # What must be avoided, set by the CPIP without a reason.
    avoided: frozenset[ContactFlag] = frozenset()
    driving_is_banned: bool = False
    has_exclusion_zones: bool = False
    has_inclusion_zones: bool = False


@dataclass(frozen=True, slots=True)
class Accreditation:
    """A granted accreditation, both days included; no département means the whole country."""

    starts_on: dt.date
    ends_on: dt.date
    departement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFacts:
    """One lot of one offer, seen from one plan: rules inherited, places counted in its window."""

    offer_id: int
    lot_id: int
    name: str
    organization: str = ""
    family: Family
    kind: str = ""  # code of the kind inside the family
    kind_label: str = ""
    publication: Publication = Publication.PUBLISHED
    departement: str
    # Places of the lot in the plan's window.
    places: int = 1
    state: LotState = LotState.OPEN
    free: int | None = None  # places free; None: à confirmer
    left: int | None = None  # open minus the peak of live claims, even if the report is stale
    sum_label: str = ""  # "12 places, 7 occupées hors réseau = 1 libre"
    fresh_label: str = ""
    next_free_on: dt.date | None = None
    entry_from: dt.date | None = None  # first day open to newcomers; None: already open
    entry_until: dt.date | None = None  # last day open; None: no end known
    lead_time_days: int | None = None  # days between the request and the entry
    # Where.
    distance_km: float | None = None  # straight line; None: home or site without a point
    is_remote: bool = False
    in_exclusion_zone: bool | None = None  # None: could not be tested
    outside_inclusion_zone: bool | None = None  # None: could not be tested
    # When and how much.
    days: frozenset[Weekday] = frozenset()  # of the lot, else of the offer; empty: not said
    bands: frozenset[Band] = frozenset()  # empty: not said
    hours_min: int | None = None  # hours in all
    hours_max: int | None = None  # hours in all
    hours_per_week_max: float | None = None
    hours_per_week_min: float | None = None
    stay_min_days: int | None = None
    stay_max_days: int | None = None
    is_renewable: bool | None = None
    # Whom.
    genders: Gender | None = Gender.ANY  # of the lot and the offer together; None: not said
    age_min: int | None = None
    age_max: int | None = None
    households: frozenset[Household] = frozenset()  # empty: not said
    animals: YesNo = YesNo.UNKNOWN
    pmr: PmrAccess = PmrAccess.UNKNOWN
    accepts_tnr: YesNo = YesNo.UNKNOWN
    measures_refused: frozenset[MeasureType] = frozenset()
    # What it involves.
    contact_flags: frozenset[ContactFlag] | None = None  # None: not said
    risk_flags: frozenset[RiskFlag] = frozenset()
    requires_driving: YesNo = YesNo.UNKNOWN
    requires_own_vehicle: YesNo = YesNo.UNKNOWN
    tag: YesNo = YesNo.UNKNOWN  # compatible with an electronic tag
    owner_agreement: YesNo = YesNo.UNKNOWN  # a written one can be had
    # By which door.
    via_siao: bool = False
    admission: AdmissionChannel | None = None
    listing: ListingStatus | None = None
    legal_form: LegalForm | None = None
    accreditations: tuple[Accreditation, ...] = ()
    has_other_dspip_agreement: bool = False
    # How it is kept.
    verified_on: dt.date | None = None
    answer_rate: float | None = None  # 0 to 1 over the last year; None: never asked
    recent_load: int = 0  # orientations and placements sent there in 90 days
