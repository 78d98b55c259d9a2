"""When kinds are called otherwise, offers written before answer to their new names."""

import pytest

from models.offer import Offer
from search import indexing
from search.engine import SearchRequest
from search.indexing import following, labels, writing
from search.postgresql import PostgreSQLEngine
from tests.factories import HousingOfferFactory

indexing.install()


def found(session, words):
    hits = PostgreSQLEngine().search(session, SearchRequest(words=words)).hits
    return [session.get_one(Offer, hit.offer_id) for hit in hits]


@pytest.fixture
def renamed(monkeypatch):
    """A release in which a hostel is also called a « caravansérail »."""

    def rename():
        words = {
            family: {code: f"{said} caravansérail" for code, said in types.items()}
            for family, types in labels.by_type().items()
        }
        monkeypatch.setattr(labels, "by_type", lambda: words)
        forget()

    yield rename
    forget()


def forget():
    """What this process built with the words of before."""
    following.digest.cache_clear()
    writing._show_some.cache_clear()


def test_offers_answer_to_the_new_name_once_the_job_has_run(session, renamed):
    offer = HousingOfferFactory()
    session.commit()
    indexing.reindex(session)
    renamed()
    assert found(session, "caravansérail") == []

    assert following.follow(session) == 1

    assert found(session, "caravansérail") == [offer]
    assert following.is_settled(session)


def test_nothing_is_written_twice_nor_all_at_once(session, renamed, monkeypatch):
    offers = [HousingOfferFactory() for _ in range(3)]
    session.commit()
    renamed()
    monkeypatch.setattr(following, "BATCH", 2)

    runs = [following.follow(session) for _ in range(4)]

    assert runs == [2, 1, 0, 0]
    assert set(found(session, "caravansérail")) == set(offers)


def test_what_was_just_written_anew_is_not_written_again(session):
    HousingOfferFactory()
    session.commit()

    indexing.reindex(session)

    assert following.is_settled(session)
    assert following.follow(session) == 0
