"""Territories that are not like the others: every page of the network answers there."""

import pytest

from app.network.totals_keeping import keep_all
from models.base import today
from models.codes.commune import CommuneKind
from models.reference import Commune, Department, Region
from tests.factories import ManagerFactory, NetworkDayFactory, SiteFactory, TigPostFactory, point
from tests.factories.network import OfferStateFactory

PAGES = ("index", "totals", "attention", "coverage", "coverage_unmet")
FILES = ("totals_export", "coverage_export")
# A commune without a grouping, one of Corsica, one overseas: its point, département and région.
YEU, AJACCIO, SAINT_DENIS = "85113", "2A004", "97411"
PLACES = {
    YEU: ((-2.35, 46.72), "85", "52"),
    AJACCIO: ((8.74, 41.92), "2A", "94"),
    SAINT_DENIS: ((55.45, -20.88), "974", "04"),
}


def known(session, insee_code):
    """The commune, which the reference data of the tests leaves out, and what it is in."""
    (lon, lat), department, region = PLACES[insee_code]
    session.merge(Region(code=region, name=region))
    session.merge(Department(code=department, name=department, name_key="d", region_code=region))
    named = {"name": "Ailleurs", "name_key": "ailleurs", "kind": CommuneKind.COMMUNE}
    session.merge(
        Commune(
            insee_code=insee_code,
            department_code=department,
            population=900,
            point=point(lon, lat),
            **named,
        )
    )
    session.flush()


@pytest.fixture(params=PLACES)
def place(session, request):
    """An offer and its day in that commune; its département and région."""
    insee_code, ((lon, lat), department, region) = request.param, PLACES[request.param]
    known(session, insee_code)
    site = SiteFactory(
        insee_code=insee_code, department_code=department, public_point=point(lon, lat)
    )
    where = {"epci_siren": None, "region_code": region}
    OfferStateFactory(offer=TigPostFactory(title="Là-bas", site=site), **where)
    NetworkDayFactory(insee_code=insee_code, department_code=department, offers=7)
    keep_all(session, today())
    return insee_code, department, region


def test_an_offer_is_found_at_each_level(place, browse_as):
    manager = browse_as(ManagerFactory())
    insee_code, department, region = place

    for territory in (f"commune-{insee_code}", f"departement-{department}", f"region-{region}"):
        assert "Là-bas" in manager.get("network.index", territoire=territory)
        assert "TIG 7 " in manager.get("network.totals", territoire=territory)


def test_every_page_and_file_answers(place, browse_as):
    manager = browse_as(ManagerFactory())
    insee_code, department, _ = place

    for page in PAGES:
        for territory in (f"commune-{insee_code}", f"departement-{department}"):
            manager.get(f"network.{page}", territoire=territory)
    for file in FILES:
        answer = manager.open("GET", f"network.{file}", territoire=f"departement-{department}")
        assert answer.status_code == 200


def test_what_is_in_no_grouping_has_its_line(session, browse_as):
    known(session, YEU)
    NetworkDayFactory(insee_code=YEU, department_code="85", offers=7)

    page = browse_as(ManagerFactory()).get(
        "network.totals", territoire="departement-85", par="epci"
    )

    assert "Hors intercommunalité 7 " in page


@pytest.mark.parametrize("page", PAGES)
def test_a_territory_without_any_offer_is_answered(page, session, browse_as):
    known(session, AJACCIO)

    browse_as(ManagerFactory()).get(f"network.{page}", territoire="departement-2A")
