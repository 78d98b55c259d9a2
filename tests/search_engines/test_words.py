"""Words find offers whichever engine answers: names, towns, acronyms, and all they may mean."""

import pytest

from models.codes.housing import HousingType
from search.engine import Place
from tests import factories
from tests.search_engines.conftest import Ask, Find

HERE = Place(4.8795, 45.7665)
WITH_WORDS_OF_ITS_OWN = pytest.mark.parametrize(
    "server", ["postgresql", "meilisearch"], indirect=True
)


def shelter():
    organization = factories.OrganizationFactory(legal_name="Foyer Notre-Dame", acronym="F.N.D.")
    return factories.HousingOfferFactory(
        site=factories.SiteFactory(organization=organization, name="Les Œillets"),
        title="Hébergement d'insertion Saint-Étienne",
        description="Des chambres pour couples, agréées DALO.",
        housing_type=HousingType.CHRS,
    )


@pytest.mark.parametrize(
    "words",
    [
        "Hébergement d'insertion Saint-Étienne",
        "HÉBERGEMENTS",
        "St-Etienne",
        "oeillets",
        "Villeurbanne",
        "69100",
        "f.n.d.",
        "chrs",
        "chambre couple",
        "héberg",
    ],
)
def test_words_find_the_offer(words: str, find: Find):
    offer = shelter()
    factories.TigPostFactory(site__insee_code="69123", site__postal_code="69001")

    assert find(words) == [offer]


@WITH_WORDS_OF_ITS_OWN
@pytest.mark.parametrize(
    "words",
    [
        "centre d'hébergement et de réinsertion sociale",
        "hebergemnet",
        "une chambre pour un couple à Villeurbanne",
        "chambre -alcool",
    ],
)
def test_words_are_understood(words: str, find: Find):
    offer = shelter()

    assert find(words) == [offer]


@pytest.mark.parametrize("words", ["xylophone", "chambre -couple"])
def test_other_words_do_not(words: str, ask: Ask):
    shelter()

    assert not ask(words).hits


@pytest.mark.parametrize("title", ["Les Nôtres", "E2C Rhône n°2", "C'est « ici » : l'atelier !"])
def test_every_name_finds_its_offer_first(title: str, find: Find):
    factories.HousingOfferFactory(title="Autre", description=f"Comme {title} et d'autres")
    offer = factories.HousingOfferFactory(title=title)

    assert find(title)[0] == offer


def test_its_very_name_comes_first_then_names_then_text(find: Find):
    in_text = factories.TigPostFactory(title="Cuisine", nature_of_work="Aide à la bibliothèque")
    in_name = factories.TigPostFactory(title="Bibliothèque de quartier", nature_of_work="Accueil")
    exact = factories.TigPostFactory(title="Bibliothèque", nature_of_work="Accueil")

    assert find("bibliothèque") == [exact, in_name, in_text]


@pytest.mark.parametrize("place", [None, HERE], ids=["everywhere", "around"])
def test_every_offer_is_shown_once_over_the_pages(place, ask: Ask):
    offers = {
        factories.TigPostFactory(
            title="Cuisine" if number % 3 else "Entretien de la cuisine",
            site__public_point=factories.point(4.88 + number // 2 / 100, 45.76),
        ).id
        for number in range(11)
    }
    filters = {"words": "cuisine", "place": place, "radius_km": 50, "size": 3}

    pages = [ask(**filters)]
    while pages[-1].next_key:
        pages.append(ask(**filters, after=pages[-1].next_key))

    shown = [hit for page in pages for hit in page.hits]
    assert [len(page.hits) for page in pages] == [3, 3, 3, 2]
    assert {hit.offer_id for hit in shown} == offers
    order = [(hit.rank, hit.distance_m or 0, hit.offer_id) for hit in shown]
    assert order == sorted(order)
