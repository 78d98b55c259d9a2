"""Filters of the network: each narrows the table and the totals, and is taken off by its chip."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from models.codes.network import Sign
from models.codes.offer import Band, Weekday
from tests.factories import CareOfferFactory, CoordinatorFactory, SiteFactory, TigPostFactory
from tests.factories.network import OfferStateFactory

HERE = {"territoire": "departement-69"}


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def planted():
    """One offer that every filter below keeps, and one that each leaves out."""
    kept = TigPostFactory(title="Gardé")
    OfferStateFactory(offer=kept, days=[Weekday.SAT], bands=[Band.MORNING])
    other = CareOfferFactory(title="Écarté", site=SiteFactory(insee_code="69123"))
    OfferStateFactory(
        offer=other,
        commune_key="lyon",
        epci_siren=None,
        lon=4.83,
        lat=45.75,
        sign=Sign.UNKNOWN,
        free=None,
        verified_at=None,
        audiences=["MEN"],
        days=[Weekday.MON],
        bands=[Band.NIGHT],
        needs_accreditation=True,
    )


@pytest.mark.parametrize(
    ("asked", "chip"),
    [
        ({"famille": "TIG"}, "Travail d'intérêt général"),
        ({"famille": "TIG", "type": "ESPACES_VERTS"}, "Espaces verts"),
        ({"pour": "WOMEN"}, "Pour : Femmes"),
        ({"pmr": "y"}, "Accessible aux fauteuils, ou à vérifier"),
        ({"jours": ["SAT", "SUN"]}, "samedi"),
        ({"moments": "MORNING"}, "Matin"),
        ({"etat": "free"}, "Places libres"),
        ({"fraicheur": "fresh"}, "Confirmé récemment"),
        ({"habilitation": "NOT_NEEDED"}, "Sans objet"),
        ({"territoire": "epci-200046977"}, ""),
        ({"territoire": "commune-69266"}, ""),
        ({"zone": "4.86,45.76,4.90,45.78"}, "Zone affichée sur la carte"),
    ],
)
def test_a_filter_narrows_table_and_totals_and_has_its_chip(coordinator, asked, chip):
    planted()

    page = coordinator.get("network.index", **(HERE | asked))

    assert "1 offre" in page
    assert "Gardé" in page
    assert "Écarté" not in page
    assert f"{chip} " in page.replace("’", "'")


@pytest.mark.parametrize("territory", ["france", "region-84", "departement-69"])
def test_a_wider_territory_holds_both(coordinator, territory):
    planted()

    page = coordinator.get("network.index", territoire=territory, etat=["free", "unknown"])

    assert "2 offres" in page


def test_the_link_one_shares_says_the_territory_and_each_filter_once(coordinator):
    answer = coordinator.open_address(
        "GET", "/reseau?famille=TIG&famille=TIG&type=INCONNU&x=1&mots="
    )

    assert answer.headers["HX-Push-Url"] == "/reseau?territoire=departement-69&famille=TIG"


def test_a_page_of_the_table_is_in_the_address_one_comes_back_to(coordinator):
    answer = coordinator.open_address("GET", "/reseau?territoire=departement-69&apres=7.lyon")

    assert answer.headers["HX-Push-Url"] == "/reseau?territoire=departement-69&apres=7.lyon"


def test_a_chip_takes_one_value_off_and_leaves_the_others(coordinator):
    text = coordinator.open(
        "GET", "network.index", famille=["TIG", "SANTE"], pour="MEN", **HERE
    ).text

    (left,) = re.findall(r'href="([^"]*)">Santé', text)
    asked = parse_qs(urlsplit(unescape(left)).query)
    assert asked == {"territoire": ["departement-69"], "famille": ["TIG"], "pour": ["MEN"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"territoire": "departement-999"},
        {"territoire": "'; DROP TABLE"},
        {"famille": "PIRATES"},
        {"etat": "libre"},
        {"zone": "1,2,3"},
        {"zone": "nan,0,1,1"},
        {"zone": "-999,0,1,1"},
        {"jours": "DIMANCHE"},
    ],
)
def test_what_cannot_be_asked_is_said_in_french(coordinator, wrong):
    page = coordinator.get("network.index", status=422, **(HERE | wrong))

    assert "Corrigez ce qui suit" in page


@pytest.mark.parametrize(
    "zone", ["-180,-90,180,90", "170,-50,-170,50", "4,45,4,45", "179,0,-179,1", "-180,-90,-180,90"]
)
def test_the_world_or_a_box_across_the_antimeridian_is_answered(coordinator, zone):
    planted()

    coordinator.get("network.index", zone=zone, **HERE)


def test_a_thousand_filters_are_answered_by_a_page_of_ordinary_size(coordinator):
    planted()
    many = "&".join(f"type=T{n}&famille=TIG&jours=MON" for n in range(1000))

    answer = coordinator.open_address("GET", f"/reseau?territoire=departement-69&{many}")

    assert answer.status_code == 200
    assert len(answer.data) < 150_000
