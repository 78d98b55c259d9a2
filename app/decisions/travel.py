"""Travel time estimated here, as a range: from a distance, a means and the hours of the shift."""

import math
from dataclasses import dataclass

from app.decisions import french
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.slots import DAYTIME, WEEKEND, Slots, shared_slots
from models.codes.offer import Band
from models.codes.people import Mobility


@dataclass(frozen=True, slots=True)
class Means:
    """How one goes: kilometres an hour on a line stretched by the detour, plus fixed minutes."""

    label: str
    slow_kmh: float
    fast_kmh: float
    detour: float
    least_min: float
    most_min: float


WALK = Means("à pied", 4.0, 5.0, 1.25, 0, 0)
BIKE = Means("à vélo", 11.0, 16.0, 1.3, 2, 4)
BUS = Means("en bus", 13.0, 22.0, 1.35, 8, 18)
# Evenings and weekends: fewer departures, so a longer wait and slower connections.
SPARSE_BUS = Means("en bus", 11.0, 22.0, 1.35, 10, 30)
CAR = Means("en voiture", 25.0, 45.0, 1.3, 3, 8)

MEANS = {
    Mobility.WALK: WALK,
    Mobility.BIKE: BIKE,
    Mobility.PUBLIC_TRANSPORT: BUS,
    Mobility.LICENCE_NO_CAR: BUS,
    Mobility.SUSPENDED_LICENCE: BUS,
    Mobility.CAR: CAR,
}
WALKABLE_MIN = 20


@dataclass(frozen=True, slots=True)
class Travel:
    """Minutes one way, between the quick case and the slow one."""

    least_min: int
    most_min: int
    means: str

    @property
    def middle_min(self) -> float:
        """The minutes one would bet on."""
        return (self.least_min + self.most_min) / 2

    @property
    def label(self) -> str:
        """« 35 à 55 min en bus », « 45 min à 1 h 50 en bus », « moins de 5 min à pied »."""
        longest = french.duration(self.most_min)
        if self.least_min == self.most_min:
            return f"moins de {longest} {self.means}"
        shared = self.most_min < french.HOUR
        shortest = str(self.least_min) if shared else french.duration(self.least_min)
        return f"{shortest} à {longest} {self.means}"


def estimate(distance_km: float, mobility: Mobility, *, is_sparse: bool = False) -> Travel:
    """Minutes one way over a straight line; short trips are walked rather than waited for."""
    on_foot = minutes(distance_km, WALK)
    means = MEANS[mobility]
    if means is BUS and on_foot.most_min <= WALKABLE_MIN:
        return on_foot
    return minutes(distance_km, SPARSE_BUS if means is BUS and is_sparse else means)


def minutes(distance_km: float, means: Means) -> Travel:
    """The range for one means, rounded outwards to five minutes, five at least."""
    road_km = distance_km * means.detour
    least = means.least_min + road_km / means.fast_kmh * 60
    most = means.most_min + road_km / means.slow_kmh * 60
    return Travel(max(5, math.floor(least / 5) * 5), max(5, math.ceil(most / 5) * 5), means.label)


def travel_to(plan: PlanFacts, offer: OfferFacts) -> Travel | None:
    """The trip to this offer at the hours the person would go; None when it cannot be told."""
    if offer.is_remote or offer.distance_km is None or plan.mobility is None:
        return None
    shared = shared_slots(plan, offer)
    return estimate(offer.distance_km, plan.mobility, is_sparse=is_sparse(shared or frozenset()))


def is_sparse(shared: Slots) -> bool:
    """Whether every shift falls in the evening, at night or at the weekend."""
    return bool(shared) and not any(
        day not in WEEKEND and band in DAYTIME | {Band.WEEKEND} for day, band in shared
    )
