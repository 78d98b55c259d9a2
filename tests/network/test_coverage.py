"""Coverage against a hand-made geography: which communes an open offer reaches, and how."""

import pytest

from app.decisions.travel import estimate
from app.network.coverage.cover import Cover, gather
from app.network.coverage.kinds import Kind
from app.network.coverage.queries import FEW, places
from app.network.coverage.reach import Reach, Way, reach
from models.codes.network import Sign
from models.codes.offer import Family
from models.codes.people import Mobility
from search.network.territory import Level, Territory
from tests.factories import HousingOfferFactory, SiteFactory, TigPostFactory, point
from tests.factories.network import OfferStateFactory

# Villeurbanne, Bron and Vaulx-en-Velin touch each other; Villefranche is 30 km north.
VILLEURBANNE, BRON, VILLEFRANCHE = "69266", "69029", "69264"
RHONE = Territory(Level.DEPARTMENT, "69", "Rhône")
TIG = Kind(Family.TIG)


def state(site=None, sign=Sign.FREE, factory=TigPostFactory, **offer):
    """An offer in Villeurbanne and its copy."""
    return OfferStateFactory(offer=factory(site=site or SiteFactory(), **offer), sign=sign)


@pytest.fixture
def cover(session):
    """How some communes of the Rhône are covered within so many kilometres."""

    def covered(*codes, km=10, kind=TIG):
        session.commit()
        found = gather(places(session, RHONE, kind), Reach(km, km)).communes
        by_code = {one.place.insee_code: one.cover for one in found}
        return [by_code[code] for code in codes]

    return covered


@pytest.mark.parametrize("others", [0, FEW])
def test_near_is_within_the_radius_whatever_the_number_of_offers(session, cover, others):
    state()
    far = SiteFactory(public_point=point(-4.49, 48.39), department_code="69")
    for _ in range(others):
        OfferStateFactory(offer=TigPostFactory(site=far))

    assert cover(VILLEURBANNE, BRON, VILLEFRANCHE) == [Cover.NEAR, Cover.NEAR, Cover.NONE]
    assert cover(VILLEFRANCHE, km=40) == [Cover.NEAR]


def test_the_nearest_is_measured_on_the_ground(session):
    state(SiteFactory(public_point=point(4.8795, 45.7665)))

    found = {one.insee_code: one.nearest_km for one in places(session, RHONE, TIG)}

    assert found[VILLEFRANCHE] == pytest.approx(27.5, abs=2)


def test_what_is_suspended_of_another_kind_or_off_the_map_covers_nobody(session, cover):
    state(sign=Sign.SUSPENDED)
    state(factory=HousingOfferFactory)
    state(SiteFactory(public_point=None))

    assert cover(VILLEURBANNE) == [Cover.NONE]


def test_a_full_offer_is_there_all_the_same(session, cover):
    state(sign=Sign.FULL)

    assert cover(VILLEURBANNE) == [Cover.NEAR]


def test_one_type_of_a_family_is_looked_for_alone(session, cover):
    state()

    assert cover(VILLEURBANNE, kind=Kind(Family.TIG, "ESPACES_VERTS")) == [Cover.NEAR]
    assert cover(VILLEURBANNE, kind=Kind(Family.TIG, "ANIMAUX")) == [Cover.NONE]


@pytest.mark.parametrize("zone", ["Villeurbanne", "69266", "RHÔNE", "69", "200046977", "France"])
def test_an_offer_for_some_people_serves_those_of_its_zone(session, cover, zone):
    state(zone_eligibility=[zone])

    assert cover(VILLEURBANNE) == [Cover.NEAR]
    assert cover(BRON) == [Cover.NONE if zone in ("Villeurbanne", "69266") else Cover.NEAR]


def test_a_zone_nobody_knows_serves_its_own_commune_alone(session, cover):
    state(zone_eligibility=["Quartier du Tonkin"])

    assert cover(VILLEURBANNE, BRON) == [Cover.NEAR, Cover.NONE]


def test_an_offer_at_a_distance_serves_everybody_or_its_zone(session, cover):
    remote = state(is_remote=True)
    assert cover(VILLEURBANNE, VILLEFRANCHE) == [Cover.REMOTE, Cover.REMOTE]

    remote_offer = session.get(TigPostFactory._meta.model, remote.offer_id)
    remote_offer.zone_eligibility = ["Villefranche-sur-Saône"]

    assert cover(BRON, VILLEFRANCHE) == [Cover.NONE, Cover.REMOTE]


def test_people_are_summed_and_the_most_without_come_first(session):
    state()

    found = gather(places(session, RHONE, TIG), Reach(10, 10))

    without = [one.place.population for one in found.communes if one.cover is Cover.NONE]
    assert without == sorted(without, reverse=True)
    assert found.people == sum(one.place.population for one in found.communes)
    assert 0 < found.percent(Cover.NONE) < 100
    assert sum(found.percent(kind) for kind in Cover) == pytest.approx(100)


@pytest.mark.parametrize(
    ("way", "mobility"),
    [
        (Way.WALK, Mobility.WALK),
        (Way.BIKE, Mobility.BIKE),
        (Way.BUS, Mobility.PUBLIC_TRANSPORT),
        (Way.CAR, Mobility.CAR),
    ],
)
@pytest.mark.parametrize("minutes", range(10, 181, 5))
def test_a_radius_keeps_the_minutes_of_the_estimate(way, mobility, minutes):
    sure, possible = reach(way, minutes)

    assert sure <= possible
    if sure:
        assert estimate(sure * 0.999, mobility).most_min <= minutes
    assert estimate(possible * 1.01 + 0.1, mobility).least_min >= minutes


def test_kilometres_are_taken_as_they_are():
    assert reach(Way.DISTANCE, 20) == Reach(20, 20)
