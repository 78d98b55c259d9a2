"""Longitude comes first, and an unknown point stays unknown."""

import pytest

from models.codes.commune import CommuneKind
from models.reference import Commune
from search.geocoder import search
from search.geocoder.france import in_france, looks_swapped

ABROAD = [(0.0, 0.0), (-0.12, 51.5), (13.4, 52.5), (float("nan"), 45.0)]


def test_longitude_and_latitude_are_not_exchanged(session):
    place = search(session, "Villeurbanne")[0]

    assert (place.lon, place.lat) == pytest.approx((4.88, 45.77), abs=0.02)


@pytest.mark.usefixtures("elsewhere")
def test_each_way_to_a_place_gives_its_point(session):
    for typed in ("Saint-Denis 974", "97400", "97411"):
        place = search(session, typed)[0]

        assert (place.lon, place.lat) == pytest.approx((55.45, -20.88))


def test_a_commune_without_point_is_found_and_put_nowhere(session):
    keys = {"name": "Nullepart", "name_key": "nullepart", "department_code": "01"}
    session.add(Commune(insee_code="01999", kind=CommuneKind.COMMUNE, population=10, **keys))
    session.flush()

    place = search(session, "Nullepart")[0]

    assert (place.lon, place.lat) == (None, None)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (4.88, 45.77),
        (8.74, 41.92),
        (-61.53, 16.24),
        (-52.33, 4.93),
        (55.45, -20.88),
        (45.23, -12.78),
    ],
)
def test_france_is_where_it_is_and_swapped_points_are_told(lon, lat):
    assert in_france(lon, lat)
    assert not looks_swapped(lon, lat)
    assert not in_france(lat, lon)
    assert looks_swapped(lat, lon)


@pytest.mark.parametrize(
    ("lon", "lat"), [(0.0, 0.0), (-0.12, 51.5), (13.4, 52.5), (float("nan"), 45.0)]
)
def test_other_places_are_not_in_france(lon, lat):
    assert not in_france(lon, lat)
