"""Which offers are within a radius: as PostGIS says on the spheroid, whatever we spare it."""

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as some

from models.search import OfferSearch
from search import indexing
from search.columns import ASKED, DEGREE, PACKED
from search.postgresql import ground
from search.request import Place, SearchRequest
from tests import factories
from tests.properties.profiles import PROFILE

TOWNS = {
    "Paris": (2.35, 48.85),
    "Cayenne": (-52.33, 4.92),
    "Saint-Denis": (55.45, -20.88),
    "Saint-Pierre": (-56.17, 46.78),
}
# Around a place, at so many metres and degrees from the north.
AROUND = sa.text("""
    SELECT ST_X(p::geometry), ST_Y(p::geometry), ST_Distance(here, p, false)
    FROM (SELECT ST_MakePoint(:lon, :lat)::geography AS here) AS place,
        ST_Project(here, :metres, radians(:degrees)) AS p
""")


def row(lon: float, lat: float) -> np.ndarray:
    rows = np.zeros(1, ASKED)
    rows["lon"], rows["lat"] = round(lon * DEGREE), round(lat * DEGREE)
    return rows


@pytest.mark.parametrize("town", TOWNS)
def test_metres_on_the_sphere_are_those_of_postgis(town, session):
    lon, lat = TOWNS[town]

    @PROFILE
    @given(some.integers(0, 200_000), some.integers(0, 359))
    def are_the_same(metres, degrees):
        asked = {"lon": lon, "lat": lat, "metres": metres, "degrees": degrees}
        its_lon, its_lat, away = session.execute(AROUND, asked).one()

        assert ground.away(Place(lon, lat), row(its_lon, its_lat))[0] == pytest.approx(away, abs=2)

    are_the_same()


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("km", [0.5, 20, 200])
def test_what_is_surely_within_or_out_is_so_on_the_spheroid(town, km, session):
    lon, lat = TOWNS[town]
    request = SearchRequest(place=Place(lon, lat), radius_km=km)
    for degrees in range(0, 360, 30):
        for share in (0.99, 0.995, 1.005, 1.01):
            asked = {"lon": lon, "lat": lat, "metres": km * 1000 * share, "degrees": degrees}
            its_lon, its_lat, _ = session.execute(AROUND, asked).one()
            away = ground.away(Place(lon, lat), row(its_lon, its_lat))[0]

            if away < ground.surely_m(request):
                assert share < 1
            if away > ground.farthest_m(request):
                assert share > 1


def test_a_search_row_keeps_the_point_and_the_border_is_asked_of_postgis(session, make_near):
    lon, lat = TOWNS["Paris"]
    request = SearchRequest(place=Place(lon, lat), radius_km=20)
    offers = [make_near(lon, lat, metres) for metres in (0, 19_990, 19_999, 20_001, 20_010)]
    rows = packed(session, [offer.id for offer in offers])
    rows["away"] = ground.away(Place(lon, lat), rows)

    kept = rows["id"][ground.within(session, request, rows)]

    assert set(kept.tolist()) == {offer.id for offer in offers[:3]}


@pytest.fixture
def make_near(session):
    """An offer so many metres east of a point."""

    def make(lon, lat, metres):
        asked = {"lon": lon, "lat": lat, "metres": metres, "degrees": 90}
        its_lon, its_lat, _ = session.execute(AROUND, asked).one()
        site = factories.SiteFactory(public_point=factories.point(its_lon, its_lat))
        offer = factories.TigPostFactory(site=site)
        indexing.catch_up(session)
        return offer

    return make


def packed(session, ids):
    """The rows of these offers, as a search works on them."""
    found = session.scalars(sa.select(OfferSearch.packed).where(OfferSearch.offer_id.in_(ids)))
    sent = np.frombuffer(b"".join(found), PACKED)
    rows = np.zeros(len(sent), ASKED)
    for name in PACKED.names:
        rows[name] = sent[name]
    return rows
