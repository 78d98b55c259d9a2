"""Offers drawn by lot and what they said, to be counted again one by one, without any engine."""

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

from models.base import now
from models.codes.offer import AdmissionChannel, Band, Cost, Gender, Household, Weekday, YesNo
from models.codes.organization import PmrAccess
from models.codes.people import AcceptedMeasure, MeasureType
from models.offer import AudienceRule
from search.engine import Axis, SearchRequest
from tests import factories
from tests.factories.base import Factory

KINDS = (factories.TigPostFactory, factories.HousingOfferFactory, factories.CareOfferFactory)
ALL = {
    AcceptedMeasure.DDSE: {MeasureType.DDSE_AMENAGEMENT, MeasureType.DDSE_PEINE},
    AcceptedMeasure.SEMI_LIBERTE: {MeasureType.SEMI_LIBERTE},
    AcceptedMeasure.PLACEMENT_EXTERIEUR: {MeasureType.PLACEMENT_EXTERIEUR},
    AcceptedMeasure.TIG: {MeasureType.TIG},
    AcceptedMeasure.TNR: {MeasureType.TNR},
}
TONGUES = {"Anglais": "en", "arabe": "ar", "LSF": "lsf"}


class RuleFactory(Factory):
    """What is said of whom is welcome."""

    class Meta:
        model = AudienceRule


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
    Axis.FRESH: lambda one, request: not request.is_fresh or one.age_days < 7,
    Axis.FREE: lambda one, request: (
        request.free_in is None
        or (one.lot is not None and one.lot["open"] > 0 and one.lives(request))
    ),
}


def draw(dice: random.Random) -> Said:
    """One offer with everything by lot, half of it unsaid."""
    some = lambda codes, most: dice.sample(list(codes), dice.randint(0, most))  # noqa: E731
    kind = dice.choice(KINDS)
    age = dice.choice([0, 400])
    own: dict[str, Any] = {
        "cost": dice.choice(list(Cost)),
        "languages": some(TONGUES, 2),
        "accepts_measures": some(MeasureType, 3),
        "requires_driving": dice.random() < 0.3,
        "verified_at": now() - dt.timedelta(days=age),
        "site__pmr_access": dice.choice(list(PmrAccess)),
        "site__is_car_needed": dice.random() < 0.2,
        "admission": dice.choice(list(AdmissionChannel)[:4]),
    }
    if kind is factories.TigPostFactory:
        own |= {"days": some(Weekday, 3), "bands": some(Band, 2)}
        own |= {"accepts_tnr": dice.choice(list(YesNo)), "accepts_minors": dice.random() < 0.5}
    if kind is factories.HousingOfferFactory:
        own |= {"tag_compatible": dice.choice(list(YesNo))}
    said = Said(kind(**own), age_days=age)
    if dice.random() < 0.6:
        said.rule = _rule(dice, some)
        RuleFactory(offer_id=said.offer.id, **said.rule)
    if dice.random() < 0.6:
        said.lot = {"gender": dice.choice(list(Gender)), "households": some(Household, 2)}
        said.lot |= {"places": dice.randint(0, 1)}
        factories.LotFactory(offer=said.offer, **said.lot)
        said.lot["open"] = said.lot["places"]
    return said


def _rule(dice: random.Random, some: Any) -> dict[str, Any]:
    return {
        "gender": dice.choice([None, *Gender]),
        "households": some(Household, 2),
        "animals": dice.choice([None, YesNo.YES, YesNo.NO]),
        "age_min": dice.choice([None, 16, 18]),
        "measures_refused": some(MeasureType, 6),
    }
