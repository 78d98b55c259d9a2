"""A word that was accepted is used by the next question, and no longer once it is withdrawn."""

import pytest
import sqlalchemy as sa

from models.base import now
from models.codes.housing import HousingType
from models.codes.vocabulary import SynonymState
from models.offer import Offer
from models.vocabulary import Synonym
from search import indexing, vocabulary
from search.engine import SearchRequest
from search.postgresql import PostgreSQLEngine
from search.vocabulary import added
from tests.factories import CoordinatorFactory, HousingOfferFactory

indexing.install()


@pytest.fixture(autouse=True)
def _only_the_files():
    yield
    vocabulary.add(())


def ask(session, words):
    return PostgreSQLEngine().search(session, SearchRequest(words=words))


def accept(session, term, means):
    who = CoordinatorFactory()
    session.add(
        Synonym(
            term=term,
            means=means,
            proposed_by=who,
            decided_by=who,
            decided_at=now(),
            state=SynonymState.ACCEPTED,
        )
    )
    session.flush()


def test_an_accepted_word_finds_what_it_means_at_once(session):
    hostel = HousingOfferFactory(housing_type=HousingType.CHRS, title="Accueil")
    session.commit()
    assert ask(session, "piaules").unknown == ("piaules",)

    accept(session, "piaules", "CHRS")

    for typed in ("piaule", "Piaules"):
        page = ask(session, typed)
        assert [session.get_one(Offer, hit.offer_id) for hit in page.hits] == [hostel]
        assert page.synonyms[0].means == ("CHRS",)


def test_a_word_only_proposed_or_withdrawn_means_nothing(session):
    HousingOfferFactory(housing_type=HousingType.CHRS, title="Accueil")
    session.commit()
    accept(session, "piaules", "CHRS")
    assert ask(session, "piaules").total == 1

    session.execute(sa.update(Synonym).values(state=SynonymState.PROPOSED, decided_at=None))

    assert ask(session, "piaules").total == 0


def test_an_added_word_is_told_from_those_of_the_files(session):
    accept(session, "pied à terre", "CHRS")
    added.follow(session)

    assert added.concern(("un", "pied", "terre"))
    assert not added.concern(("foyer", "terre"))
    assert not added.concern(("chrs",))
