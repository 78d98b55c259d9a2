"""Totals by family and by territory: what is counted, what changed, what is hidden."""

import datetime as dt

import pytest
import sqlalchemy as sa

from app.network.totals import Totals, totals
from app.network.totals_keeping import keep, keep_all
from models.base import today
from models.codes.offer import Family
from models.network_days import NetworkDay
from models.reference import Commune
from search.network.territory import Level, Territory
from tests.factories import CoordinatorFactory, NationalReaderFactory, NetworkDayFactory

RHONE = Territory(Level.DEPARTMENT, "69", "Rhône")
MONTH_AGO = today() - dt.timedelta(days=30)
VILLEURBANNE, BRON, VILLEFRANCHE = "69266", "69029", "69264"


def counted(session, territory=RHONE, inner=None) -> Totals:
    """The totals of all families."""
    found = totals(session, territory, frozenset(), inner)
    assert found is not None
    return found


@pytest.fixture
def coordinator(session, browse_as):
    return browse_as(CoordinatorFactory())


def test_offers_and_places_are_added_up_by_family_and_commune(session, coordinator):
    NetworkDayFactory(offers=3, places=12, held=1, placements=6, unknown=1)
    NetworkDayFactory(insee_code=BRON, family=Family.LOGEMENT, offers=2, places=8)

    page = coordinator.get("network.totals", par="commune")

    assert "TIG 3 " in page
    assert "Villeurbanne 3 " in page
    assert "Bron 2 " in page
    assert "Ensemble 5 " in page


def test_change_is_since_the_same_day_thirty_days_before(session, coordinator):
    NetworkDayFactory(day=MONTH_AGO, offers=4, places=20, placements=8)
    NetworkDayFactory(offers=6, places=19, placements=8)

    page = coordinator.get("network.totals")

    assert "Offres" in page
    assert "6 évolution sur 30 jours : +2" in page
    assert "19 évolution sur 30 jours : −1" in page
    assert "8 évolution sur 30 jours : stable" in page


def test_a_change_is_not_yet_known_when_nothing_was_counted_then(session, coordinator):
    NetworkDayFactory(offers=6)

    assert "6 évolution sur 30 jours : pas encore connu" in coordinator.get("network.totals")


def test_what_is_small_is_hidden_with_what_would_give_it_back(session, coordinator):
    NetworkDayFactory(day=MONTH_AGO, places=30, held=2, placements=9)
    NetworkDayFactory(places=30, held=2, placements=3)

    page = coordinator.get("network.totals", par="commune")
    file = coordinator.open("GET", "network.totals_export", par="commune").text

    for shown in (page, file):
        assert "moins de 5" in shown
        assert "non communiqué" in shown
    assert "−6" not in page
    assert ";-6" not in file


def test_families_are_chosen_and_territories_lead_inwards(session, coordinator):
    NetworkDayFactory(offers=3)
    NetworkDayFactory(family=Family.LOGEMENT, offers=2)

    page = coordinator.open("GET", "network.totals", famille="LOGEMENT", par="commune").text

    assert "Ensemble" not in page
    assert "territoire=commune-69266" in page
    assert "famille=LOGEMENT" in page


def test_the_national_reader_starts_from_france(session, browse_as):
    NetworkDayFactory(offers=3)
    keep_all(session, today())
    reader = browse_as(NationalReaderFactory())

    assert reader.open("GET", "home.index").location == "/reseau/totaux"
    page = reader.get("network.totals")
    assert "Totaux : France" in page
    assert "Auvergne-Rhône-Alpes 3 " in page


@pytest.mark.parametrize(
    "asked", [{"tri": "hasard"}, {"territoire": "commune-00000"}, {"famille": "AUTRE"}]
)
def test_what_cannot_be_asked_is_told(coordinator, asked):
    for endpoint in ("network.totals", "network.totals_export"):
        assert coordinator.open("GET", endpoint, **asked).status_code == 422


def test_the_sums_of_a_departement_follow_its_communes(session):
    NetworkDayFactory(offers=3)
    NetworkDayFactory(insee_code="01053", department_code="01", offers=1)
    keep(session, today(), [])
    session.execute(sa.update(NetworkDay).values(offers=NetworkDay.offers + 4))

    keep(session, today(), [VILLEURBANNE])

    found = {line.code: line.now.offers for line in by_department(session)}
    assert found == {"69": 7, "01": 1}


def by_department(session):
    return counted(session, Territory(), Level.DEPARTMENT).by_place


def test_a_grouping_over_two_departements_says_which_part_is_counted(session):
    straddling = session.get_one(Commune, VILLEFRANCHE).epci_siren
    session.execute(
        sa.update(Commune).where(Commune.insee_code == "01053").values(epci_siren=straddling)
    )
    NetworkDayFactory(insee_code=VILLEFRANCHE, offers=3)
    NetworkDayFactory(insee_code="01053", department_code="01", offers=1)
    NetworkDayFactory(insee_code=BRON, offers=5)

    inside = {line.label: line.now.offers for line in counted(session, inner=Level.EPCI).by_place}

    assert inside == {
        "Communauté d'agglomération Villefranche Beaujolais Saône (communes de ce département)": 3,
        "Métropole de Lyon": 5,
    }
    assert counted(session, Territory(Level.EPCI, straddling, "")).whole.now.offers == 4
