"""Which offers are within a radius: as PostGIS says on the spheroid, whatever we spare it."""

import numpy as np
import pytest
import sqlalchemy as sa

from models.search import OfferSearch
from search import indexing
from search.columns import ASKED, DEGREE, PACKED
from search.postgresql import ground
from search.request import Place, SearchRequest
from tests import factories

TOWNS = {
    "Paris": (2.35, 48.85),
    "Cayenne": (-52.33, 4.92),
    "Saint-Denis": (55.45, -20.88),
    "Saint-Pierre": (-56.17, 46.78),
}
# Around a place, at each of some metres, every ten degrees from the north.
AROUND = sa.text("""
    SELECT metres, ST_X(p::geometry), ST_Y(p::geometry), ST_Distance(here, p, false)
    FROM (SELECT ST_MakePoint(:lon, :lat)::geography AS here) AS place,
        unnest(CAST(:metres AS float[])) AS metres, generate_series(90, 449, 10) AS degrees,
        ST_Project(here, metres, radians(degrees)) AS p
""")
RADII = (0, 500, 20_000, 200_000)


def around(session, town, metres):
    """The rows of the points at so many metres, these metres, and those on the sphere."""
    lon, lat = TOWNS[town]
    found = session.execute(
        AROUND, {"lon": lon, "lat": lat, "metres": [float(one) for one in metres]}
    ).all()
    rows = np.zeros(len(found), ASKED)
    for name, place in (("lon", 1), ("lat", 2)):
        rows[name] = [round(one[place] * DEGREE) for one in found]
    return rows, [one[0] for one in found], [one[3] for one in found]


@pytest.mark.parametrize("town", TOWNS)
def test_metres_on_the_sphere_are_those_of_postgis(town, session):
    rows, _, away = around(session, town, RADII)

    assert ground.away(Place(*TOWNS[town]), rows).tolist() == pytest.approx(away, abs=0.1)


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("radius", RADII)
def test_what_is_surely_within_or_out_is_so_on_the_spheroid(town, radius, session):
    request = SearchRequest(place=Place(*TOWNS[town]), radius_km=radius / 1000)
    shares = (0.99, 0.995, 0.999, 1, 1.001, 1.005, 1.01)
    rows, metres, _ = around(session, town, [radius * share for share in shares])
    sphere = ground.away(Place(*TOWNS[town]), rows).tolist()

    surely = [
        real for real, away in zip(metres, sphere, strict=True) if away < ground.surely_m(request)
    ]
    out = [
        real for real, away in zip(metres, sphere, strict=True) if away > ground.farthest_m(request)
    ]

    assert max(surely, default=0) <= radius
    assert min(out, default=radius + 1) > radius
    assert bool(surely) == bool(out) == (radius > 0)


def test_a_search_row_keeps_the_point_and_the_border_is_asked_of_postgis(session):
    place = Place(*TOWNS["Paris"])
    request = SearchRequest(place=place, radius_km=20)
    offers = [offer_at(session, "Paris", metres) for metres in (0, 19_990, 19_999, 20_001, 20_010)]
    rows = packed(session, [offer.id for offer in offers])
    rows["away"] = ground.away(place, rows)

    kept = rows["id"][ground.within(session, request, rows)]

    assert set(kept.tolist()) == {offer.id for offer in offers[:3]}


def offer_at(session, town, metres):
    """An offer so many metres away."""
    rows, _, _ = around(session, town, [metres])
    where = factories.point(*(float(rows[name][0]) / DEGREE for name in ("lon", "lat")))
    offer = factories.TigPostFactory(site=factories.SiteFactory(public_point=where))
    indexing.catch_up(session)
    return offer


def packed(session, ids):
    """The rows of these offers, as a search works on them."""
    found = session.scalars(sa.select(OfferSearch.compact).where(OfferSearch.offer_id.in_(ids)))
    sent = np.frombuffer(b"".join(found), PACKED)
    rows = np.zeros(len(sent), ASKED)
    for name in PACKED.names or ():
        rows[name] = sent[name]
    return rows
