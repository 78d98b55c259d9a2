"""Other ways to say where: a territory, minutes, a drawn zone, around a site."""

import json

import pytest

from tests.factories import CareOfferFactory, CounsellorFactory, SiteFactory, point

LYON = {"insee_code": "69123", "postal_code": "69001", "public_point": point(4.8357, 45.764)}
SQUARE = [[4.87, 45.76], [4.89, 45.76], [4.89, 45.78], [4.87, 45.78], [4.87, 45.76]]


@pytest.fixture
def index(browse_as):
    """Asks the page of results."""
    browser = browse_as(CounsellorFactory())
    return lambda status=200, **asked: browser.get("directory.index", status=status, **asked)


@pytest.fixture
def clinics(session):
    """One in Villeurbanne, one three kilometres away in the same grouping."""
    near = CareOfferFactory(title="Centre des Gratte-Ciel")
    return near, CareOfferFactory(title="Centre des Terreaux", site=SiteFactory(**LYON))


def drawn(ring) -> str:
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


@pytest.mark.usefixtures("clinics")
@pytest.mark.parametrize(
    ("asked", "said", "is_far_found"),
    [
        ({"rayon": "2"}, "près de Villeurbanne, 2 km", False),
        ({"rayon": "2", "dans": "epci"}, "Métropole de Lyon", True),
        ({"rayon": "2", "dans": "departement"}, "Rhône (69)", True),
        ({"minutes": "30", "moyen": "WALK"}, "30 min à pied au plus", False),
        ({"minutes": "90", "moyen": "CAR"}, "90 min en voiture au plus", True),
    ],
)
def test_a_commune_may_mean_more_or_less(asked, said, is_far_found, index):
    page = index(commune="Villeurbanne", **asked)

    assert said in page
    assert "Centre des Gratte-Ciel" in page
    assert ("Centre des Terreaux" in page) is is_far_found


def test_a_drawn_zone_is_searched_and_can_be_taken_off(clinics, index):
    page = index(zone=drawn(SQUARE))

    assert "dans la zone dessinée" in page
    assert "Centre des Gratte-Ciel" in page
    assert "Centre des Terreaux" not in page


@pytest.mark.parametrize(
    ("ring", "said"),
    [
        ("[", "ne peut pas être lue"),
        (drawn(SQUARE[:3]), "de 3 à 199 sommets"),
        (drawn([[4, 45], [5, 46], [5, 45], [4, 46], [4, 45]]), "se croisent"),
        (drawn([[-5, 42], [9, 42], [9, 51], [-5, 42]]), "trop grande"),
        (drawn([[100, 10], [101, 10], [101, 11], [100, 10]]), "sort de la France"),
        (drawn([["NaN", 45], [5, 45], [5, 46], ["NaN", 45]]), "sort de la France"),
    ],
)
def test_a_zone_that_is_none_is_refused(ring, said, index):
    assert said in index(422, zone=ring)


def test_minutes_need_a_means(index):
    assert "Choisissez le moyen de transport" in index(422, commune="Lyon", minutes="30")


def test_around_a_site_says_its_name(clinics, index):
    _, far = clinics

    page = index(site=str(far.site.id), rayon="2")

    assert f"près de {far.site.name}, Lyon" in page
    assert "Centre des Gratte-Ciel" not in page
    assert "n'est plus dans l'annuaire" in index(422, site="999999999")


def test_around_a_confidential_site_is_around_its_commune(index):
    site = SiteFactory(is_confidential=True, name="Maison des Lilas")
    CareOfferFactory(site=site)

    assert "Maison des Lilas, Villeurbanne" not in index(site=str(site.id))
    assert "près de Villeurbanne, 20 km" in index(site=str(site.id))


def test_lists_from_afar_are_read_whole(index):
    CareOfferFactory.create_batch(7, is_remote=True)

    page = index(commune="Villeurbanne")

    assert "À distance : voir les 7 offres" in page
    whole = index(commune="Villeurbanne", liste="distance")
    assert "7 offres" in whole
    assert "à distance" in whole


def test_the_map_to_draw_on_keeps_the_search(browse_as):
    answer = browse_as(CounsellorFactory()).open(
        "GET", "directory.draw", mots="csapa", commune="Lyon", apres="1_2_"
    )

    assert '<input type="hidden" name="mots" value="csapa">' in answer.text
    assert 'name="apres"' not in answer.text
