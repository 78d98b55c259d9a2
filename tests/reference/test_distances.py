"""Ten kilometres are ten kilometres, wherever in France: Web Mercator's metres are not metres."""

import math

import pytest
import sqlalchemy as sa

from models.codes.commune import CommuneKind
from models.reference import Commune
from tests.factories import point

CITIES = {
    "Lille": (3.0573, 50.6292),
    "Paris": (2.3522, 48.8566),
    "Marseille": (5.3698, 43.2965),
    "Cayenne": (-52.3258, 4.9371),
    "Saint-Denis": (55.4504, -20.8789),
}
EQUATOR_M = 6_378_137.0
FLATTENING = 1 / 298.257223563
DIRECTIONS = ["north", "east"]


def moved(lon, lat, metres, direction):
    """The point so many metres away on the WGS 84 ellipsoid, from its two radii of curvature."""
    squared = FLATTENING * (2 - FLATTENING)
    bend = 1 - squared * math.sin(math.radians(lat)) ** 2
    if direction == "north":
        return lon, lat + math.degrees(metres * bend**1.5 / (EQUATOR_M * (1 - squared)))
    across = EQUATOR_M / math.sqrt(bend) * math.cos(math.radians(lat))
    return lon + math.degrees(metres / across), lat


@pytest.fixture
def at(session):
    """Puts a commune at a place."""

    def put(code, lon, lat):
        keys = {"name": code, "name_key": code, "department_code": "69", "population": 1}
        session.add(
            Commune(insee_code=code, kind=CommuneKind.COMMUNE, point=point(lon, lat), **keys)
        )
        session.flush()

    return put


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("city", CITIES)
def test_ten_kilometres_are_measured_within_half_a_percent(session, at, city, direction):
    at("X1", *CITIES[city])
    at("X2", *moved(*CITIES[city], 10_000, direction))
    here = sa.select(Commune.point).where(Commune.insee_code == "X1").scalar_subquery()
    distance = sa.func.ST_Distance(Commune.point, here)

    metres = session.scalar(sa.select(distance).where(Commune.insee_code == "X2"))

    assert metres == pytest.approx(10_000, rel=0.005)


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("city", CITIES)
def test_a_radius_of_ten_kilometres_ends_at_ten_kilometres(session, at, city, direction):
    for code, metres in (("IN", 9_950), ("OUT", 10_050)):
        at(code, *moved(*CITIES[city], metres, direction))
    at("HERE", *CITIES[city])
    here = sa.select(Commune.point).where(Commune.insee_code == "HERE").scalar_subquery()
    near = sa.func.ST_DWithin(Commune.point, here, 10_000)

    codes = session.scalars(
        sa.select(Commune.insee_code).where(near, Commune.insee_code.in_(["IN", "OUT"]))
    ).all()

    assert codes == ["IN"]
