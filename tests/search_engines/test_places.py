"""Around a place: true distances, the nearest first, nothing lost and nothing invented."""

import pytest
import sqlalchemy as sa

from search.engine import Place
from tests import factories
from tests.search_engines.conftest import Ask, Find

VILLEURBANNE = Place(4.8795, 45.7665, "Villeurbanne")
CITIES = {
    "Lille": (3.0573, 50.6292),
    "Paris": (2.3522, 48.8566),
    "Marseille": (5.3698, 43.2965),
    "Cayenne": (-52.3264, 4.9372),
    "Saint-Denis": (55.4481, -20.8789),
}


def away(session, lon: float, lat: float, metres: float, degrees: float):
    """The point so many metres away on the ellipsoid, and an offer there."""
    start = sa.func.ST_SetSRID(sa.func.ST_MakePoint(lon, lat), 4326)
    there = sa.func.ST_Project(sa.func.geography(start), metres, sa.func.radians(degrees))
    x, y = session.execute(
        sa.select(sa.func.ST_X(sa.func.geometry(there)), sa.func.ST_Y(sa.func.geometry(there)))
    ).one()
    return factories.TigPostFactory(site__public_point=factories.point(x, y))


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("degrees", [0, 90, 225])
def test_ten_kilometres_are_ten_kilometres(city: str, degrees: float, session, ask: Ask):
    lon, lat = CITIES[city]
    away(session, lon, lat, 10_000, degrees)

    (hit,) = ask(place=Place(lon, lat), radius_km=10.1).hits

    assert hit.distance_m == pytest.approx(10_000, rel=0.005)
    assert not ask(place=Place(lon, lat), radius_km=9.9).hits


def test_the_nearest_come_first_and_the_id_settles(session, find: Find):
    far, near, twin = (
        away(session, VILLEURBANNE.lon, VILLEURBANNE.lat, metres, 30) for metres in (3000, 500, 500)
    )

    assert find(place=VILLEURBANNE) == [near, twin, far]


def test_longitude_comes_first(session, ask: Ask):
    away(session, VILLEURBANNE.lon, VILLEURBANNE.lat, 100, 0)

    assert not ask(place=Place(VILLEURBANNE.lat, VILLEURBANNE.lon), radius_km=200).hits


def test_without_a_point_an_offer_is_found_around_its_commune_and_never_in_paris(find: Find):
    offer = factories.TigPostFactory(site__public_point=None, site__insee_code="69266")

    assert find(place=VILLEURBANNE) == [offer]
    assert find() == [offer]
    assert find(place=Place(*CITIES["Paris"]), radius_km=200) == []


def test_what_is_done_at_a_distance_is_a_list_of_its_own(ask: Ask):
    here = factories.SupportOfferFactory(title="Aide sur place")
    remote = factories.SupportOfferFactory(title="Aide par téléphone", is_remote=True)
    factories.SupportOfferFactory(title="Chorale", is_remote=True)

    page = ask("aide", place=VILLEURBANNE)

    assert [hit.offer_id for hit in page.hits] == [here.id]
    assert [hit.offer_id for hit in page.remote.hits] == [remote.id]
    assert page.remote.hits[0].distance_m is None
    assert page.total == 1


def test_without_a_place_what_is_done_at_a_distance_is_in_the_list(find: Find):
    remote = factories.SupportOfferFactory(is_remote=True)

    assert find() == [remote]


def test_words_in_the_names_come_before_what_is_nearer(session, find: Find):
    text = factories.HousingOfferFactory(title="Studio", description="Près du gymnase")
    name = away(session, VILLEURBANNE.lon, VILLEURBANNE.lat, 5000, 0)
    name.title = "Entretien du gymnase"

    assert find("gymnase", place=VILLEURBANNE) == [name, text]


@pytest.mark.parametrize("radius_km", [-5, 0, 10_000, float("inf")])
def test_any_radius_is_answered(radius_km: float, ask: Ask):
    factories.TigPostFactory()

    assert ask(place=VILLEURBANNE, radius_km=radius_km).total == 1
