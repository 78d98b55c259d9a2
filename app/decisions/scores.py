"""What counts in the order of offers, each as a score between 0 and 1."""

from app.decisions.facts import PlanFacts
from app.decisions.judging import Judgement
from app.decisions.verdicts import Level
from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS

FIT_SCORES = {Level.MET: 1.0, Level.NEAR: 0.5, Level.UNKNOWN: 0.4, Level.UNMET: 0.0}
NOT_KNOWN = 0.4
LONGEST_TRIP_MIN = 90
FARTHEST_KM = 50.0
MANY_PLACES = 3
HEAVY_LOAD = 10


def fit(plan: PlanFacts, judged: Judgement) -> float:
    """How many criteria are met, near misses and unknowns counting in part."""
    scores = [FIT_SCORES[verdict.level] for verdict in judged.verdicts]
    return sum(scores) / len(scores) if scores else NOT_KNOWN


def nearness(plan: PlanFacts, judged: Judgement) -> float:
    """The trip against the longest one accepted; the distance when the means are not known."""
    if judged.offer.is_remote:
        return 1.0
    if judged.travel is not None:
        return falling(judged.travel.middle_min, plan.max_travel_min or LONGEST_TRIP_MIN)
    if judged.offer.distance_km is None:
        return 0.0
    return falling(judged.offer.distance_km, plan.radius_km or FARTHEST_KM)


def room(plan: PlanFacts, judged: Judgement) -> float:
    """Places free in the window; « à confirmer » is neither none nor plenty."""
    free = judged.offer.free
    return NOT_KNOWN if free is None else min(max(free, 0), MANY_PLACES) / MANY_PLACES


def freshness(plan: PlanFacts, judged: Judgement) -> float:
    """How long ago somebody confirmed that it is still true."""
    if judged.offer.verified_on is None:
        return 0.0
    advised, required = FRESH_DAYS.get(judged.offer.family, OTHER_FRESH_DAYS)
    age = (plan.as_of - judged.offer.verified_on).days
    if age <= advised:
        return 1.0
    return 0.5 if age <= required else 0.1


def answering(plan: PlanFacts, judged: Judgement) -> float:
    """The share of requests the partner answers."""
    rate = judged.offer.answer_rate
    return NOT_KNOWN if rate is None else min(max(rate, 0.0), 1.0)


def rest(plan: PlanFacts, judged: Judgement) -> float:
    """A partner asked often of late comes after one asked seldom."""
    return falling(judged.offer.recent_load, HEAVY_LOAD)


def falling(value: float, worst: float) -> float:
    """One at nothing, zero at the worst and beyond."""
    return max(0.0, 1.0 - value / worst) if worst > 0 else 0.0
