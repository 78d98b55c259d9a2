"""Words find offers whichever engine answers: names, towns, acronyms, and all they may mean."""

import pytest

from models.codes.housing import HousingType
from tests import factories
from tests.search_engines.conftest import Ask, Find

WITH_WORDS_OF_ITS_OWN = pytest.mark.parametrize(
    "server", ["postgresql", "meilisearch"], indirect=True
)
# Another engine completes the shortest beginnings too.
OF_POSTGRESQL = pytest.mark.parametrize("server", ["postgresql"], indirect=True)


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
        "hebergement d insertion saint etienne",
        "HÉBERGEMENTS",
        "St-Etienne",
        "notre dame",
        "oeillets",
        "he\u0301bergement",
        "Villeurbanne",
        "69100",
        "FND",
        "f.n.d.",
        "chrs",
        "C.H.R.S.",
        "dalo",
        "chambre couple",
        "chambre oeil",
        "héberg",
        "hebergem",
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
        "logement",
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


@WITH_WORDS_OF_ITS_OWN
@pytest.mark.parametrize("words", ["bre", "hrs", "accueil de jour", "lits", "hotel-dieu"])
def test_parts_of_words_and_other_kinds_do_not(words: str, ask: Ask):
    shelter()

    assert not ask(words).hits


@OF_POSTGRESQL
@pytest.mark.parametrize("words", ["ch", "69"])
def test_a_beginning_of_two_letters_does_not(words: str, ask: Ask):
    shelter()

    assert not ask(words).hits


@pytest.mark.parametrize(
    "title",
    [
        "Les Nôtres",
        "Et la vie, toi ?",
        "ACT",
        "E2C Rhône n°2",
        "2e3 12e 1e5 v2",
        "L'Art & la Manière (suite)",
        "C'est « ici » : l'atelier !",
        "Ёлка",
        "a | b & !c <-> d:*",
        "Accueil " + "long " * 20 + "fin",
    ],
)
def test_every_name_finds_its_offer_first(title: str, find: Find):
    factories.HousingOfferFactory(title="Autre", description=f"Comme {title} et d'autres")
    offer = factories.HousingOfferFactory(title=title)

    assert find(title)[0] == offer


@OF_POSTGRESQL
@pytest.mark.parametrize("title", ["À la une", "De"])
def test_a_name_of_small_words_finds_its_offer_first(title: str, find: Find):
    factories.HousingOfferFactory(title="Autre", description=f"Comme {title} et d'autres")
    offer = factories.HousingOfferFactory(title=title)

    assert find(title)[0] == offer


def test_its_very_name_comes_first_then_names_then_text(find: Find):
    in_text = factories.TigPostFactory(title="Cuisine", nature_of_work="Aide à la bibliothèque")
    in_name = factories.TigPostFactory(title="Bibliothèque de quartier", nature_of_work="Accueil")
    exact = factories.TigPostFactory(title="Bibliothèque", nature_of_work="Accueil")

    assert find("bibliothèque") == [exact, in_name, in_text]


def test_an_offer_that_says_nothing_is_found(find: Find):
    offer = factories.SupportOfferFactory(title="Permanence", description=None)

    assert find("permanence") == [offer]
    assert offer in find()
