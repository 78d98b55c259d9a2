"""Which offers are within a radius of a place: told on a sphere, and asked where it could err."""

from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
from geoalchemy2 import Geography
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.search import OfferSearch
from search.columns import DEGREE
from search.engine import RADIUS_MAX_KM, Place, SearchRequest
from search.postgresql.rows import Kept, Rows

Metres = npt.NDArray[np.float64]
# The mean radius of the earth, as PostGIS has it.
SPHERE_M = 6_371_008.7714
# A distance on the sphere and the same on the spheroid differ by less, but for a metre.
FLATTENED = 0.006


def point(place: Place) -> sa.ColumnElement[str]:
    """A place as a point on earth; longitude first."""
    made = sa.func.ST_SetSRID(sa.func.ST_MakePoint(place.lon, place.lat), 4326)
    return sa.cast(made, Geography)


def radius_m(request: SearchRequest) -> float:
    """How far to look."""
    return min(max(request.radius_km, 0.0), RADIUS_MAX_KM) * 1000


def surely_m(request: SearchRequest) -> float:
    """What is nearer on the sphere is within the radius."""
    return radius_m(request) * (1 - FLATTENED) - 1


def farthest_m(request: SearchRequest) -> float:
    """How far on the sphere what is within the radius may be."""
    return radius_m(request) * (1 + FLATTENED) + 1


def away(place: Place, rows: Rows) -> Metres:
    """Metres on the sphere, along its surface."""
    lon, lat = (np.radians(rows[name] / DEGREE) for name in ("lon", "lat"))
    here_lon, here_lat = np.radians((place.lon, place.lat))
    across = np.sin((lon - here_lon) / 2) ** 2 * np.cos(lat) * np.cos(here_lat)
    half: Metres = np.sqrt(np.sin((lat - here_lat) / 2) ** 2 + across)
    return 2 * SPHERE_M * np.arcsin(np.minimum(half, 1.0))


def nearly(request: SearchRequest, place: Place) -> sa.ColumnElement[bool]:
    """Inside the radius, or hardly out of it."""
    return sa.func.ST_DWithin(OfferSearch.point, point(place), farthest_m(request), False)


def metres(place: Place, of: Any = OfferSearch.point) -> sa.ColumnElement[int]:
    """Whole metres from the place, on the spheroid: what is shown."""
    return sa.cast(sa.func.round(sa.func.ST_Distance(of, point(place))), sa.Integer)


def within(session: Session, request: SearchRequest, rows: Rows) -> Kept:
    """Which of these, whose `away` is known, are in the radius of the place on the spheroid."""
    assert request.place is not None
    surely: Kept = rows["away"] < surely_m(request)
    doubtful = rows["id"][~surely & (rows["away"] <= farthest_m(request))]
    if not len(doubtful):
        return surely
    exactly = sa.func.ST_DWithin(OfferSearch.point, point(request.place), radius_m(request))
    those = OfferSearch.offer_id == sa.any_(sa.cast(doubtful.tolist(), ARRAY(sa.BigInteger)))
    found = session.scalars(sa.select(OfferSearch.offer_id).where(those, exactly)).all()
    return surely | np.isin(rows["id"], np.array(found, np.int64))
