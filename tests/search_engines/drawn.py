"""Offers drawn by lot, half of what they could say unsaid."""

import datetime as dt
import random
from typing import Any

from models.base import now
from models.codes.offer import AdmissionChannel, Band, Cost, Gender, Household, Weekday, YesNo
from models.codes.organization import PmrAccess
from models.codes.people import MeasureType
from models.offer import AudienceRule
from tests import factories
from tests.factories.base import Factory
from tests.search_engines.brute import TONGUES, Said

KINDS = (factories.TigPostFactory, factories.HousingOfferFactory, factories.CareOfferFactory)


class RuleFactory(Factory):
    """What is said of whom is welcome."""

    class Meta:
        model = AudienceRule


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
        own |= {"tag_compatible": dice.choice(list(YesNo)), "is_siao_only": dice.random() < 0.3}
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
