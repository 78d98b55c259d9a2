"""Parts of the week: those a post runs in, those a person is free in, those they share."""

from collections.abc import Set
from functools import lru_cache

from app.decisions.facts import OfferFacts, PlanFacts
from models.codes.offer import Band, Weekday

Slot = tuple[Weekday, Band]
Slots = frozenset[Slot]

WORKING_DAYS = frozenset(list(Weekday)[:5])
WEEKEND = frozenset({Weekday.SAT, Weekday.SUN})
DAYTIME = frozenset({Band.MORNING, Band.AFTERNOON})
WHOLE_WEEK = frozenset(Weekday)
BAND_HOURS = {Band.MORNING: 3.5, Band.AFTERNOON: 3.5, Band.EVENING: 3.0, Band.NIGHT: 7.0}


@lru_cache(maxsize=4096)
def slots(days: Set[Weekday], bands: Set[Band]) -> Slots | None:
    """Days crossed with bands; WEEKEND is Saturday and Sunday by day. None: nothing said."""
    if not days and not bands:
        return None
    plain = (bands - {Band.WEEKEND}) or (frozenset() if bands else DAYTIME)
    crossed = {(day, band) for day in days or WORKING_DAYS for band in plain}
    if Band.WEEKEND in bands:
        crossed |= {(day, band) for day in (days & WEEKEND) or WEEKEND for band in DAYTIME}
    return frozenset(crossed)


@lru_cache(maxsize=64)
def job_slots(plan: PlanFacts) -> Slots:
    """What the job takes: daytime, from Monday to Friday unless said otherwise."""
    if not plan.is_employed:
        return frozenset()
    return frozenset((day, band) for day in plan.job_days or WORKING_DAYS for band in DAYTIME)


@lru_cache(maxsize=64)
def free_slots(plan: PlanFacts) -> Slots | None:
    """When the person can come: what they said, less their job. None: nothing is known."""
    said = slots(plan.days, plan.bands)
    if said is None and not plan.is_employed:
        return None
    if said is None:
        bands = DAYTIME | {Band.EVENING}
        said = frozenset((day, band) for day in WHOLE_WEEK for band in bands)
    return said - job_slots(plan)


def post_slots(offer: OfferFacts) -> Slots | None:
    """When the lot or the post runs. None: nothing is known."""
    return slots(offer.days, offer.bands)


def shared_slots(plan: PlanFacts, offer: OfferFacts) -> Slots | None:
    """When both are there; what one side has not said is taken from the other."""
    free, post = free_slots(plan), post_slots(offer)
    if free is None or post is None:
        return free if post is None else post
    return free & post


def weekly_hours(shared: Slots) -> float:
    """Hours a week in these parts of the week, meals and travel apart (RULE-TIG-22)."""
    return sum(BAND_HOURS[band] for _, band in shared)
