"""How far the nearest offer is, when the radius asked holds none."""

from collections.abc import Callable
from dataclasses import dataclass

from search.engine import Hit, SearchPage

WIDER_KM = (20, 50, 100, 200)
# A page shows some of many: the question is asked again, closer, until the nearest is among them.
MOST_CLOSER = 3
Ask = Callable[[float], SearchPage]


@dataclass(frozen=True)
class Nearest:
    """The nearest offer, and how many there are within the radius in which it was found."""

    offer_id: int
    km: float
    radius_km: int
    total: int


def nearest(radius_km: float, ask: Ask) -> Nearest | None:
    """The nearest offer beyond a radius, in the first wider one that holds any."""
    for wider in WIDER_KM:
        if wider > radius_km and (page := ask(wider)).hits:
            hit = _closest(page, ask)
            return Nearest(hit.offer_id, _km(hit), wider, page.total)
    return None


def _closest(page: SearchPage, ask: Ask) -> Hit:
    """The least far of the offers, whatever the order of the list."""
    for _ in range(MOST_CLOSER):
        if page.total <= len(page.hits):
            break
        page = ask(_km(min(page.hits, key=_km)) + 0.1)
    return min(page.hits, key=_km)


def _km(hit: Hit) -> float:
    return (hit.distance_m or 0) / 1000
