"""Meilisearch's answer is never believed about anything but words, nor waited for."""

import time

import pytest
import sqlalchemy as sa

from models.codes.offer import Publication
from models.offer import Offer
from models.search import OfferSearch
from search.engine import Place, SearchRequest
from search.meilisearch import PATIENCE_S, MeilisearchEngine
from tests import factories

HERE = Place(4.8795, 45.7665)


@pytest.fixture
def engine(session, copy, double):
    """The engine, with three gardens in its index."""
    factories.TigPostFactory.create_batch(3, title="Jardin")
    session.commit()
    copy.begin(session)
    copy.rebuild(session)
    double.asked.clear()
    return MeilisearchEngine(double.url, "")


def ids(engine, session, words="jardin", **filters) -> list[int]:
    page = engine.search(session, SearchRequest(words=words, **filters))
    assert page.total == len(page.hits)
    return [hit.offer_id for hit in page.hits]


def every_offer(session) -> list[int]:
    return list(session.scalars(sa.select(Offer.id).order_by(Offer.id)))


def test_words_are_asked_once_of_names_and_of_everything(session, engine, double):
    assert ids(engine, session) == every_offer(session)

    ((_, path, said),) = double.asked
    assert path == "/multi-search"
    assert [query.get("attributesToSearchOn") for query in said["queries"]] == [
        ["names"],
        ["names"],
        None,
    ]


def test_the_index_can_neither_leak_nor_lie(session, engine, double):
    hidden, moved, kept = session.scalars(sa.select(Offer).order_by(Offer.id)).all()
    hidden.publication = Publication.SUSPENDED
    moved.site.public_point = factories.point(4.39, 45.44)
    session.commit()
    double.indexes["offers"][999_999] = double.indexes["offers"][kept.id]

    assert ids(engine, session, place=HERE) == [kept.id]


def test_a_slow_server_is_not_waited_for_and_then_left_alone(session, engine, double):
    double.delay_s = 2
    started = time.monotonic()

    assert ids(engine, session) == every_offer(session)

    assert time.monotonic() - started < PATIENCE_S + 1
    assert ids(engine, session) == every_offer(session)
    assert len(double.asked) == 1


def test_a_server_that_is_down_or_broken_is_not_noticed(session, engine, double):
    del double.indexes["offers"]
    assert ids(engine, session) == every_offer(session)

    down = MeilisearchEngine("http://127.0.0.1:9", "")
    assert ids(down, session) == every_offer(session)


def test_more_than_can_be_looked_at_again_is_for_the_database(session, engine, monkeypatch):
    monkeypatch.setattr("search.meilisearch.asking.COUNTS_CAP", 2)
    session.execute(sa.update(OfferSearch).values(title_key="autre"))

    assert ids(engine, session) == every_offer(session)


def test_without_words_or_with_small_ones_the_database_answers(session, engine, double):
    assert ids(engine, session, "") == every_offer(session)
    ids(engine, session, "de la")

    assert double.asked == []


def test_more_words_than_it_reads_are_for_the_database(session, engine, double):
    asked = " ".join(["jardin"] * 10)
    ids(engine, session, asked)
    assert len(double.asked) == 1

    ids(engine, session, f"{asked} -alcool")
    assert len(double.asked) == 1
