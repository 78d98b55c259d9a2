"""Every way in and out of a point keeps longitude and latitude, in that order, all over France."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from geoalchemy2 import Geography, Geometry, WKTElement
from geoalchemy2.shape import from_shape
from hypothesis import given
from hypothesis import strategies as some
from shapely import Point
from werkzeug.datastructures import MultiDict

from app.casework.actions.plans import rounded_point
from app.casework.forms.pages import PlanForm
from app.casework.zones import read_zone
from app.directory.forms.site import SiteForm
from app.directory.point import coordinates
from app.matching.drawing import lon_lat
from app.network.areas import read as read_box
from search.engine import Place
from search.geocoder.france import BOXES
from search.network.grid import spot
from search.postgresql.ground import point
from seeds.reference.tables import ewkb
from tests.properties.profiles import PROFILE

Pair = tuple[float, float]
points = some.sampled_from(list(BOXES.values())).flatmap(
    lambda box: some.tuples(
        some.floats(box.west + 0.01, box.east - 0.02), some.floats(box.south, box.north - 0.02)
    )
)
A_MILLIMETRE = 1e-8
A_HUNDRED_METRES = 0.0006


def stored(session: Any, value: Any) -> Any:
    """The value as a column of points gives it back."""
    return session.scalar(sa.select(sa.cast(value, Geography("POINT", 4326))))


def column(session: Any, at: Pair) -> Pair:
    return coordinates(stored(session, from_shape(Point(*at), srid=4326)))


def wkt(session: Any, at: Pair) -> Pair:
    return coordinates(stored(session, WKTElement(f"POINT({at[0]} {at[1]})", srid=4326)))


def reference(session: Any, at: Pair) -> Pair:
    """As the loader of communes and town halls copies it."""
    return coordinates(stored(session, sa.literal(ewkb(Point(*at)))))


def search(session: Any, at: Pair) -> Pair:
    """As the engine places the middle of a search."""
    return coordinates(session.scalar(sa.select(point(Place(*at, label="")))))


def geojson(session: Any, at: Pair) -> Pair:
    """As candidates are drawn on the map of a plan."""
    lon, lat = lon_lat(stored(session, from_shape(Point(*at), srid=4326)))
    return lon, lat


def home(session: Any, at: Pair) -> Pair:
    """A home, kept to within 100 m."""
    return coordinates(stored(session, rounded_point(*at)))


def mercator(session: Any, at: Pair) -> Pair:
    """As tiles place it, and PostGIS takes it back."""
    flat = sa.func.ST_SetSRID(sa.func.ST_MakePoint(*spot(*at)), 3857)
    back = sa.cast(sa.func.ST_Transform(flat, 4326), Geometry)
    lon, lat = session.execute(sa.select(sa.func.ST_X(back), sa.func.ST_Y(back))).one()
    return lon, lat


def zone(session: Any, at: Pair) -> Pair:
    """The first corner of a zone drawn by hand."""
    west, south = at
    corners = [at, (west + 0.01, south), (west + 0.01, south + 0.01), at]
    drawn = read_zone(json.dumps({"type": "Polygon", "coordinates": [corners]}))
    lon, lat = drawn.exterior.coords[0]
    return lon, lat


def box(session: Any, at: Pair) -> Pair:
    """The south-west corner of what the network map shows."""
    west, south = at
    shown = read_box(f"{west},{south},{west + 0.01},{south + 0.01}")
    return shown.west, shown.south


def typed(form: type[Any]) -> Callable[[Any, Pair], Pair]:
    """As a click on our map fills two fields."""

    def read(session: Any, at: Pair) -> Pair:
        fields = MultiDict({"lon": str(at[0]), "lat": str(at[1])})
        clicked: Pair = form(formdata=fields).point
        return clicked

    return read


WAYS: dict[str, Callable[[Any, Pair], Pair]] = {
    "a column of points": column,
    "WKT": wkt,
    "EWKB of the reference data": reference,
    "the middle of a search": search,
    "GeoJSON": geojson,
    "a home": home,
    "a tile": mercator,
    "a zone": zone,
    "a rectangle": box,
    "the form of a site": typed(SiteForm),
    "the form of a plan": typed(PlanForm),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_point_comes_back_where_it_was(way, app, session):
    allowed = A_HUNDRED_METRES if way == "a home" else A_MILLIMETRE

    @PROFILE
    @given(at=points)
    def comes_back(at):
        assert WAYS[way](session, at) == pytest.approx(at, abs=allowed)

    with app.test_request_context():
        comes_back()
