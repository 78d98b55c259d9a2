"""From minutes or kilometres to a radius: the estimate of travel, taken the other way round."""

from enum import Enum
from typing import NamedTuple

from app.decisions.travel import BIKE, BUS, CAR, WALK, WALKABLE_MIN, Means


class Way(Enum):
    """How distance is told: as a line, or as minutes by some means; the name is that of a link."""

    DISTANCE = ("distance", "Kilomètres, à vol d'oiseau", None)
    WALK = ("pied", "Minutes à pied", WALK)
    BIKE = ("velo", "Minutes à vélo", BIKE)
    BUS = ("bus", "Minutes en transports en commun", BUS)
    CAR = ("voiture", "Minutes en voiture", CAR)

    def __init__(self, code: str, label: str, means: Means | None) -> None:
        self.code, self.label, self.means = code, label, means

    @property
    def is_minutes(self) -> bool:
        """Whether the number asked is of minutes."""
        return self.means is not None


class Reach(NamedTuple):
    """Straight kilometres within which the number is surely kept, and may be kept."""

    sure_km: float
    possible_km: float


def reach(way: Way, number: int) -> Reach:
    """The two radii; they are one for kilometres.

    Within the first, even the slow case of the estimate keeps to the minutes; past the second,
    not even the quick one. A short trip by bus is walked, as the estimate says.
    """
    if way.means is None:
        return Reach(number, number)
    sure, possible = _within(way.means, number)
    if way is Way.BUS:
        walkable_km = _within(WALK, WALKABLE_MIN).sure_km
        slow, fast = (min(km, walkable_km) for km in _within(WALK, number))
        return Reach(max(sure, slow), max(possible, fast))
    return Reach(sure, possible)


def _within(means: Means, minutes: int) -> Reach:
    slow = (minutes - means.most_min) / 60 * means.slow_kmh / means.detour
    fast = (minutes - means.least_min) / 60 * means.fast_kmh / means.detour
    return Reach(max(slow, 0.0), max(fast, 0.0))
