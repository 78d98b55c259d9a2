"""What is true of one offer on each axis, said one by one, without any engine."""

from dataclasses import dataclass, field
from typing import Any

from models.codes.offer import AdmissionChannel, Gender, Household, YesNo
from models.codes.organization import PmrAccess
from models.codes.people import AcceptedMeasure, MeasureType
from search.engine import Axis, SearchRequest

ALL = {
    AcceptedMeasure.DDSE: {MeasureType.DDSE_AMENAGEMENT, MeasureType.DDSE_PEINE},
    AcceptedMeasure.SEMI_LIBERTE: {MeasureType.SEMI_LIBERTE},
    AcceptedMeasure.PLACEMENT_EXTERIEUR: {MeasureType.PLACEMENT_EXTERIEUR},
    AcceptedMeasure.TIG: {MeasureType.TIG},
    AcceptedMeasure.TNR: {MeasureType.TNR},
}
SIAO = (AdmissionChannel.SIAO, AdmissionChannel.EMERGENCY_115)
TONGUES = {"Anglais": "en", "arabe": "ar", "LSF": "lsf"}


@dataclass
class Said:
    """One offer, and all that was said of it."""

    offer: Any
    rule: dict[str, Any] = field(default_factory=dict)
    lot: dict[str, Any] | None = None
    age_days: int = 0

    def keeps(self, axis: Axis, request: SearchRequest) -> bool:
        """Whether it meets what the request asks on this axis."""
        return bool(CHECKS[axis](self, request))

    @property
    def is_post(self) -> bool:
        return bool(self.offer.family == "TIG")

    def lives(self, request: SearchRequest) -> bool:
        """Gender, couple and children are asked of the rule, then of the lot."""
        wanted = request.audience
        homes: set[Household] = set()
        if wanted.is_couple:
            homes = {Household.COUPLE_WITH_CHILDREN if wanted.with_children else Household.COUPLE}
        elif wanted.with_children:
            homes = {Household.SINGLE_WITH_CHILDREN, Household.COUPLE_WITH_CHILDREN}
        for said in (self.rule, self.lot or {}):
            gender, taken = said.get("gender") or Gender.ANY, said.get("households") or []
            if wanted.gender and gender not in (Gender.ANY, wanted.gender):
                return False
            if homes and taken and not homes & set(taken):
                return False
        return True

    def accepts(self, measure: AcceptedMeasure) -> bool:
        codes, named = ALL[measure], set(self.offer.accepts_measures)
        is_open = not named or named & codes or (self.is_post and measure in ("TIG", "TNR"))
        if codes <= set(self.rule.get("measures_refused", ())):
            return False
        if measure == "DDSE" and getattr(self.offer, "tag_compatible", None) is YesNo.NO:
            return False
        if measure == "TNR" and getattr(self.offer, "accepts_tnr", None) is YesNo.NO:
            return False
        return bool(is_open)


CHECKS: dict[Axis, Any] = {
    Axis.GENDER: lambda one, request: one.lives(request),
    Axis.MINOR: lambda one, request: (
        not request.audience.is_minor
        or (one.offer.accepts_minors if one.is_post else (one.rule.get("age_min") or 0) < 18)
    ),
    Axis.ANIMAL: lambda one, request: (
        not request.audience.with_animal or one.rule.get("animals") is not YesNo.NO
    ),
    Axis.PMR: lambda one, request: (
        not request.audience.needs_pmr or one.offer.site.pmr_access is not PmrAccess.NO
    ),
    Axis.TAG: lambda one, request: (
        not request.audience.wears_tag or getattr(one.offer, "tag_compatible", None) is not YesNo.NO
    ),
    Axis.MEASURE: lambda one, request: (
        not request.measures or any(one.accepts(measure) for measure in request.measures)
    ),
    Axis.DAY: lambda one, request: (
        not request.days or not getattr(one.offer, "days", []) or request.days & set(one.offer.days)
    ),
    Axis.BAND: lambda one, request: (
        not request.bands
        or not getattr(one.offer, "bands", [])
        or request.bands & set(one.offer.bands)
    ),
    Axis.ADMISSION: lambda one, request: (
        not request.admissions or one.offer.admission in request.admissions
    ),
    Axis.LANGUAGE: lambda one, request: (
        not request.languages
        or request.languages & {TONGUES[tongue] for tongue in one.offer.languages}
    ),
    Axis.COST: lambda one, request: not request.costs or one.offer.cost in request.costs,
    Axis.NO_DRIVING: lambda one, request: (
        request.with_driving or not (one.offer.requires_driving or one.offer.site.is_car_needed)
    ),
    Axis.NO_SIAO: lambda one, request: (
        request.with_siao
        or not (getattr(one.offer, "is_siao_only", False) or one.offer.admission in SIAO)
    ),
    Axis.FRESH: lambda one, request: not request.is_fresh or one.age_days < 7,
    Axis.FREE: lambda one, request: (
        request.free_in is None
        or (one.lot is not None and one.lot["open"] > 0 and one.lives(request))
    ),
}
