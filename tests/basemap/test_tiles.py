"""The tiles of our own base map."""

import math

import pytest
import sqlalchemy as sa

from app.basemap.tiles import EXTENT, drawn
from tests.factories import CounsellorFactory

VILLEURBANNE = 4.8811, 45.7663
OPEN_SEA = {"zoom": 6, "x": 28, "y": 24}


def over(lon, lat, zoom):
    """The tile over a point, and where in it the point falls, from 0 to 1."""
    x = (lon + 180) / 360 * 2**zoom
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom
    return {"zoom": zoom, "x": int(x), "y": int(y)}, (x % 1, y % 1)


@pytest.fixture
def browser(browse_as):
    return browse_as(CounsellorFactory())


@pytest.mark.parametrize("zoom", [8, 10, 12])
def test_a_close_tile_holds_communes_and_their_names(browser, zoom):
    where, _ = over(*VILLEURBANNE, zoom)

    answer = browser.open("GET", "basemap.tile", **where)

    assert answer.status_code == 200
    assert answer.mimetype == "application/vnd.mapbox-vector-tile"
    for word in ("Villeurbanne", "commune", "departement", "place"):
        assert word.encode() in answer.data


def test_a_far_tile_holds_departements_and_no_commune_limit(browser):
    where, _ = over(*VILLEURBANNE, 5)

    content = browser.open("GET", "basemap.tile", **where).data

    assert "Rhône".encode() in content
    assert b"commune" not in content


@pytest.mark.parametrize(("zoom", "near"), [(6, 0.01), (8, 0.02), (12, 0.3)])
def test_a_town_is_drawn_where_it_is(session, zoom, near):
    where, (across, down) = over(*VILLEURBANNE, zoom)
    shapes = drawn(**where).where(sa.column("code") == "69266", sa.column("layer") == "place")
    geom = shapes.subquery().c.geom
    place = sa.select(sa.func.ST_X(geom), sa.func.ST_Y(geom))

    found = [(x / EXTENT, y / EXTENT) for x, y in session.execute(place)]

    assert found == [pytest.approx((across, down), abs=near)]


def test_a_tile_without_france_is_empty(browser):
    answer = browser.open("GET", "basemap.tile", **OPEN_SEA)

    assert answer.status_code == 204
    assert answer.data == b""


@pytest.mark.parametrize(
    "path", ["13/0/0", "3/8/0", "3/0/8", "0/1/0", "-1/0/0", "5/1.5/3", "5/x/3"]
)
def test_outside_the_grid_there_is_nothing(browser, path):
    assert browser.open_address("GET", f"/fond/{path}.mvt").status_code == 404


def test_an_endless_number_is_not_a_tile(browser):
    assert browser.open_address("GET", f"/fond/5/{'9' * 5000}/3.mvt").status_code == 404


def test_a_tile_is_kept_and_asked_for_again_at_no_cost(browser):
    where, _ = over(*VILLEURBANNE, 9)
    first = browser.open("GET", "basemap.tile", **where)

    again = browser.open(
        "GET", "basemap.tile", headers={"If-None-Match": first.headers["ETag"]}, **where
    )

    assert first.headers["Cache-Control"] == "private, max-age=604800"
    assert again.status_code == 304
    assert again.data == b""


def test_the_style_names_nothing_but_our_own_host(browser):
    style = browser.open("GET", "basemap.style").json

    assert style["sources"]["fond"]["tiles"] == ["http://localhost/fond/{z}/{x}/{y}.mvt"]
    assert "OpenStreetMap" in style["sources"]["fond"]["attribution"]
    assert not {"glyphs", "sprite"} & style.keys()


def test_every_layer_of_the_style_is_in_the_tiles(browser, session):
    layers = browser.open("GET", "basemap.style").json["layers"]

    drawn_layers = set(session.scalars(sa.text("SELECT DISTINCT layer FROM reference.map_shape")))

    assert {layer["source-layer"] for layer in layers if "source-layer" in layer} == drawn_layers
