"""A coordinator says what a word means; somebody else accepts it; then everybody finds with it."""

import pytest
from sqlalchemy import select

from models.codes.housing import HousingType
from models.vocabulary import Synonym
from search import vocabulary
from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
)

CHRS = {"mot": "Piaules", "sens": "CHRS"}
FORM = "Proposer un mot au vocabulaire"


@pytest.fixture(autouse=True)
def _only_the_files():
    yield
    vocabulary.add(())


@pytest.fixture
def proposed(browse_as, session):
    """A word a coordinator proposed, and who did."""
    coordinator = CoordinatorFactory()
    assert browse_as(coordinator).post("vocabulary.propose", CHRS).status_code == 302
    return session.scalars(select(Synonym)).one(), coordinator


def test_a_search_in_vain_offers_a_coordinator_to_say_what_the_word_means(browse_as):
    page = browse_as(CoordinatorFactory()).open("GET", "directory.index", mots="piaules").text

    assert FORM in page
    assert 'value="piaules"' in page


def test_nobody_else_is_offered_it_nor_is_a_search_that_found(browse_as):
    HousingOfferFactory(housing_type=HousingType.CHRS)

    assert FORM not in browse_as(CounsellorFactory()).get("directory.index", mots="piaules")
    assert FORM not in browse_as(CoordinatorFactory()).get("directory.index", mots="chrs")


def test_a_word_waits_for_somebody_else(proposed, browse_as, session):
    word, coordinator = proposed

    assert (word.term, word.means, word.decided_at) == ("piaules", "CHRS", None)
    answer = browse_as(coordinator).post("vocabulary.accept", synonym_id=word.id)

    assert answer.status_code == 403
    assert session.get_one(Synonym, word.id).decided_at is None


@pytest.mark.parametrize("decider", [AdministratorFactory, CoordinatorFactory])
def test_once_accepted_everybody_finds_with_it(decider, proposed, browse_as):
    word, _ = proposed
    HousingOfferFactory(housing_type=HousingType.CHRS, title="Accueil du Nord")
    reader = browse_as(CounsellorFactory())
    assert "Accueil du Nord" not in reader.get("directory.index", mots="piaule")

    browse_as(decider()).post("vocabulary.accept", synonym_id=word.id)

    page = reader.get("directory.index", mots="piaule")
    assert "Accueil du Nord" in page
    assert "« piaule » cherche aussi CHRS" in page


def test_what_is_refused_is_gone(proposed, browse_as, session):
    word, _ = proposed

    browse_as(AdministratorFactory()).post("vocabulary.remove", synonym_id=word.id)

    assert session.scalars(select(Synonym)).all() == []


def test_the_same_word_is_proposed_once(proposed, browse_as, session):
    browse_as(CoordinatorFactory()).post("vocabulary.propose", CHRS | {"mot": "PIAULES"})

    assert session.scalars(select(Synonym)).all() == [proposed[0]]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"mot": ""}, "Écrivez le mot que vous proposez."),
        ({"mot": "à la"}, "un mot d'au moins trois lettres"),
        ({"mot": "un deux trois quatre cinq"}, "Gardez 4 mots au plus."),
        ({"mot": "addicto"}, "est déjà dans le vocabulaire"),
        ({"mot": "sous-location", "sens": "Piscine"}, "Choisissez dans la liste"),
        ({"sens": ""}, "Choisissez dans la liste"),
        ({"mot": "pensions de famille", "sens": "Pension de famille"}, "déjà"),
    ],
)
def test_what_cannot_be_a_word_is_refused_at_its_place(sent, said, browse_as, session):
    answer = browse_as(CoordinatorFactory()).post("vocabulary.propose", CHRS | sent)

    assert answer.status_code == 422
    assert said in answer.text.replace("&#39;", "'").replace("\u00a0", " ").replace("\u202f", " ")
    assert session.scalars(select(Synonym)).all() == []
