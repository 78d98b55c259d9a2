"""Points too far from their commune are flagged and left out, many at once (design §4)."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geography
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from app.imports.placing import Spot, flagged
from models.reference import Commune

FARTHEST_KM = 15
EARTH_KM = 6371.0


def believed(session: Session, spots: Mapping[int, Spot]) -> dict[int, Spot]:
    """The spots by line, without the points that are over 15 km from the commune's outline.

    Only those over 15 km from the commune's own point are measured on its outline.
    """
    doubtful = {line: spot for line, spot in spots.items() if _is_far(spot)}
    kept = dict(spots)
    for line, km in _measured(session, doubtful).items():
        if km > FARTHEST_KM:
            kept[line] = _without_point(spots[line], line, km)
    return kept


def km_between(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Kilometres on the sphere between two points in degrees."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _is_far(spot: Spot) -> bool:
    town = spot.town
    if spot.lon is None or spot.lat is None or town.lon is None or town.lat is None:
        return False
    return km_between(spot.lon, spot.lat, town.lon, town.lat) > FARTHEST_KM


def _measured(session: Session, spots: Mapping[int, Spot]) -> dict[int, float]:
    if not spots:
        return {}
    asked = {
        "lines": list(spots),
        "codes": [spot.town.code for spot in spots.values()],
        "lons": [spot.lon for spot in spots.values()],
        "lats": [spot.lat for spot in spots.values()],
    }
    return {line: metres / 1000 for line, metres in session.execute(_distances(), asked)}


def _distances() -> sa.Select[Any]:
    """Metres from each point to the outline of its commune, else to its point."""
    kinds: dict[str, Any] = {"lines": sa.Integer, "codes": sa.Text, "lons": sa.Double}
    kinds["lats"] = sa.Double
    given = sa.func.unnest(
        *(sa.bindparam(name, type_=ARRAY(kind)) for name, kind in kinds.items())
    ).table_valued("line", "code", "lon", "lat", name="given")
    given = given.render_derived()
    point = sa.cast(
        sa.func.ST_SetSRID(sa.func.ST_MakePoint(given.c.lon, given.c.lat), 4326), Geography
    )
    outline = sa.func.coalesce(sa.cast(Commune.outline, Geography), Commune.point)
    metres = sa.func.ST_Distance(outline, point, False)
    return sa.select(given.c.line, metres).join(Commune, Commune.insee_code == given.c.code)


def _without_point(spot: Spot, line: int, km: float) -> Spot:
    assert spot.lon is not None
    assert spot.lat is not None
    reason = f"Ce point est à {km:.0f} km de la commune : il n'est pas utilisé."
    remark = flagged(spot.lon, spot.lat, reason, line)
    return replace(spot, lon=None, lat=None, remarks=(*spot.remarks, remark))
