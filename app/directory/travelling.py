"""How far one goes in some minutes: the estimate of travel taken the other way round; pure."""

from functools import cache

from app.decisions.travel import estimate
from models.codes.people import Mobility

FARTHEST_KM = 200.0
STEP_KM = 0.1


@cache
def farthest_km(minutes: int, mobility: Mobility) -> float:
    """The farthest straight kilometres whose middle estimate keeps to the minutes."""
    low, high = 0.0, FARTHEST_KM
    while high - low > STEP_KM:
        middle = (low + high) / 2
        if estimate(middle, mobility).middle_min <= minutes:
            low = middle
        else:
            high = middle
    return round(low, 1)
