"""Lyon, whose offers stand in its arrondissements: every page counts them once, and as Lyon's."""

import pytest

from app.network.totals_keeping import keep_all
from models.base import today
from tests.factories import CoordinatorFactory, NetworkDayFactory, SiteFactory, TigPostFactory
from tests.factories.network import OfferStateFactory

LYON, THIRD, EIGHTH = "commune-69123", "commune-69383", "commune-69388"


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def planted(title, insee_code):
    """A post and its copy."""
    post = TigPostFactory(title=title, site=SiteFactory(insee_code=insee_code))
    OfferStateFactory(offer=post)


def test_a_commune_holds_the_offers_of_its_arrondissements(coordinator):
    planted("Parc de la Part-Dieu", "69383")
    planted("Mairie centrale", "69123")
    planted("Parc Vert", "69266")

    page = coordinator.get("network.index", territoire=LYON)

    assert "2 offres" in page
    assert "Parc de la Part-Dieu" in page
    assert "Parc Vert" not in page
    assert "1 offre" in coordinator.get("network.index", territoire=THIRD)
    assert "Aucune offre" in coordinator.get("network.index", territoire=EIGHTH)


def test_its_totals_add_them_up_and_each_has_its_own(session, coordinator):
    NetworkDayFactory(insee_code="69383", offers=3)
    NetworkDayFactory(insee_code="69388", offers=4)
    keep_all(session, today())

    assert "TIG 7 " in coordinator.get("network.totals", territoire=LYON)
    assert "TIG 3 " in coordinator.get("network.totals", territoire=THIRD)
    assert "Lyon 3e arrondissement 3 " in coordinator.get("network.totals", par="commune")


@pytest.mark.parametrize("asked", [LYON, THIRD])
def test_coverage_counts_people_where_the_commune_is(coordinator, asked):
    page = coordinator.get("network.coverage", territoire=asked)

    assert "Couverture : Travail d'intérêt général, Lyon" in page.replace("\u2019", "'")
    assert "Lyon (69123)" in page
    assert "arrondissement" not in page.split("Tableau des communes")[1]


def test_what_was_searched_in_one_is_told_with_the_commune(coordinator):
    page = coordinator.get("network.coverage_unmet", territoire=THIRD)

    assert "Recherches sans résultat : Lyon" in page


def test_the_map_of_an_arrondissement_dims_what_is_not_its_commune(coordinator):
    page = coordinator.open("GET", "network.index", territoire="commune-69383").text

    assert '"69123"' in page.split("data-outline='")[1].split("'")[0]
