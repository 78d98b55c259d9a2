"""How a commune is covered, and what it adds up to; pure."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from app.network.coverage.reach import Reach


class Cover(StrEnum):
    """From nothing at all to an offer near enough, in the order of the list."""

    NONE = "none"
    UNSURE = "unsure"
    REMOTE = "remote"
    NEAR = "near"


class Place(NamedTuple):
    """A commune, its people, and how far the nearest open offer is; None when there is none."""

    insee_code: str
    name: str
    population: int
    nearest_km: float | None
    is_served_from_afar: bool


class Covered(NamedTuple):
    """A commune and how it is covered."""

    place: Place
    cover: Cover


class Share(NamedTuple):
    """How many communes and people are covered one way."""

    communes: int = 0
    people: int = 0


class Coverage(NamedTuple):
    """A territory: its communes, the worst covered and the most peopled first."""

    communes: list[Covered]
    shares: dict[Cover, Share]

    @property
    def people(self) -> int:
        """Everybody who lives there."""
        return sum(share.people for share in self.shares.values())

    def percent(self, cover: Cover) -> float:
        """The share of the people covered one way, in percent."""
        return 100 * self.shares[cover].people / self.people if self.people else 0.0

    @property
    def codes(self) -> dict[Cover, list[str]]:
        """What the map draws: the communes of each kind of cover, by their codes."""
        return {
            cover: [one.place.insee_code for one in self.communes if one.cover is cover]
            for cover in Cover
        }


def cover(place: Place, reach: Reach) -> Cover:
    """Near enough, or served from afar, or near enough by the quickest estimate, or not."""
    away = place.nearest_km
    if away is not None and away <= reach.sure_km:
        return Cover.NEAR
    if place.is_served_from_afar:
        return Cover.REMOTE
    return Cover.UNSURE if away is not None and away <= reach.possible_km else Cover.NONE


def gather(places: Iterable[Place], reach: Reach) -> Coverage:
    """The whole territory."""
    order = list(Cover)
    found = [Covered(place, cover(place, reach)) for place in places]
    found.sort(key=lambda one: (order.index(one.cover), -one.place.population, one.place))
    return Coverage(found, {kind: _share(found, kind) for kind in Cover})


def added(several: Iterable[dict[Cover, Share]]) -> Coverage:
    """Territories side by side, without their communes."""
    shares = list(several)
    return Coverage([], {kind: _sum(one[kind] for one in shares) for kind in Cover})


def _sum(shares: Iterable[Share]) -> Share:
    communes, people = 0, 0
    for share in shares:
        communes, people = communes + share.communes, people + share.people
    return Share(communes, people)


def _share(found: list[Covered], kind: Cover) -> Share:
    people = [one.place.population for one in found if one.cover is kind]
    return Share(len(people), sum(people))
