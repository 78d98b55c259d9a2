"""Which communes the offers of a kind serve all over the country, and how far they are."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
import sqlalchemy as sa
from geoalchemy2 import Geometry
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from app.network.coverage.kinds import OFFER, Kind
from app.network.coverage.nearest import Metres, Places, Points, nearest, on_earth
from app.network.coverage.zones import EVERYBODY, known, named
from models.codes.network import Sign
from models.network import OfferState
from models.reference import Commune

Zones = frozenset[str]


class Served:
    """The communes of the country by their rank, and those that the zones of offers name."""

    def __init__(self, session: Session, codes: list[str], zones: set[str]) -> None:
        self.ranks = {code: rank for rank, code in enumerate(codes)}
        self.by_zone: dict[str, list[int]] = defaultdict(list)
        for zone, insee_code in session.execute(_named(zones)) if zones else ():
            if insee_code in self.ranks:
                self.by_zone[zone].append(self.ranks[insee_code])

    def metres(self, points: Points, offers: Iterable[Any], most_m: float) -> Metres:
        """From each commune to the nearest offer that takes its people; infinite past `most_m`."""
        found = np.full(len(points), np.inf)
        for (zones, home), rows in _alike(offers).items():
            there = on_earth([row.lon for row in rows], [row.lat for row in rows])
            takes = self._takes(zones, home)
            found[takes] = np.minimum(found[takes], nearest(points[takes], there, most_m))
        return found

    def from_afar(self, offers: Iterable[Any]) -> NDArray[np.bool_]:
        """Whether one of these offers at a distance serves each commune."""
        found = np.zeros(len(self.ranks), dtype=bool)
        for zones, home in _alike(offers):
            found[self._takes(zones, home)] = True
        return found

    def _takes(self, zones: Zones, home: str) -> Places:
        """Everybody, or the people of what the zones name and of the offer's own commune."""
        if not zones or EVERYBODY in zones:
            return np.arange(len(self.ranks))
        own = {self.ranks[home]} if home in self.ranks else set()
        return np.array(sorted(own.union(*(self.by_zone[zone] for zone in zones))), dtype=np.intp)


def offers(kind: Kind) -> sa.Select[Any]:
    """Those not suspended: where one goes or that it is at a distance, and for whom."""
    at = sa.cast(OfferState.point, Geometry)
    zone = sa.func.unnest(OFFER.c.zone_eligibility).table_valued("name").render_derived(name="zone")
    zones = sa.select(sa.func.directory.folded(zone.c.name)).scalar_subquery()
    has_zones = sa.func.cardinality(OFFER.c.zone_eligibility) > 0
    shown = (
        sa.func.ST_X(at).label("lon"),
        sa.func.ST_Y(at).label("lat"),
        OFFER.c.is_remote,
        # Where one is matters to those alone that name a zone.
        sa.case((has_zones, OfferState.insee_code), else_="").label("home"),
        sa.case((has_zones, sa.func.array(zones)), else_=[]).label("zones"),
    )
    rows = sa.join(OfferState, OFFER, OFFER.c.id == OfferState.offer_id)
    is_somewhere = OFFER.c.is_remote | OfferState.point.is_not(None)
    chosen = sa.select(*shown).distinct().select_from(rows)
    return chosen.where(*kind.of(OfferState), OfferState.sign != Sign.SUSPENDED, is_somewhere)


def _alike(offers: Iterable[Any]) -> dict[tuple[Zones, str], list[Any]]:
    """Offers that take the same people."""
    found: dict[tuple[Zones, str], list[Any]] = defaultdict(list)
    for row in offers:
        found[frozenset(row.zones), row.home].append(row)
    return found


def _named(zones: set[str]) -> Any:
    """Each zone with each commune it names, by whatever it may be called after."""
    texts = sa.literal(sorted(zones), sa.ARRAY(sa.Text))
    zone = sa.func.unnest(texts).table_valued("name").render_derived(name="zone")
    pairs = [
        sa.select(zone.c.name, Commune.insee_code).select_from(
            sa.join(named(), zone, zone.c.name == name)
        )
        for name in known()
    ]
    return sa.union(*pairs)
