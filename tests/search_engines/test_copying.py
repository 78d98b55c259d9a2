"""The copy follows the commit: in batches, without the document refused, whole when rebuilt."""

import pytest
import sqlalchemy as sa

from models.codes.offer import Publication
from models.outbox import SearchIndex, SearchOutbox
from search import outbox
from search.copy import NoCopy
from search.meilisearch import sending
from search.meilisearch.settings import settings, version
from tests import factories


@pytest.fixture
def built(session, copy):
    """An index that was built, and is empty."""
    copy.begin(session)
    copy.rebuild(session)
    return copy


def titles(double) -> list[str]:
    return sorted(document["names"].split()[0] for document in double.indexes["offers"].values())


def puts(double) -> list[int]:
    return [
        len(said) for verb, path, said in double.asked if verb == "POST" and "documents" in path
    ]


def test_a_change_waits_in_the_outbox_of_its_own_transaction(session, built):
    savepoint = session.begin_nested()
    factories.TigPostFactory()
    session.flush()
    savepoint.rollback()
    assert outbox.counts(session) == (0, 0)

    offer = factories.TigPostFactory()
    session.commit()

    assert session.scalars(sa.select(SearchOutbox.offer_id)).all() == [offer.id]


def test_what_waits_is_sent_in_batches_then_forgotten(session, built, double):
    factories.TigPostFactory.create_batch(5, title="Jardin")
    session.commit()
    double.asked.clear()

    sent = [sending.send(session, built.server, limit=2) for _ in range(4)]

    assert (sent, puts(double)) == ([2, 2, 1, 0], [2, 2, 1])
    assert titles(double) == ["jardin"] * 5
    assert outbox.counts(session) == (0, 0)


def test_what_is_changed_hidden_or_deleted_is_changed_or_leaves(session, built, double):
    renamed, hidden, deleted = factories.TigPostFactory.create_batch(3, title="Jardin")
    session.commit()
    built.send(session)

    renamed.title, hidden.publication = "Cuisine", Publication.DRAFT
    session.delete(deleted)
    session.commit()
    built.send(session)

    assert titles(double) == ["cuisine"]


def test_a_poisoned_document_is_set_aside_and_the_others_go_through(session, built, double):
    offers = factories.TigPostFactory.create_batch(9)
    session.commit()
    double.poison = {offers[3].id}

    assert built.send(session) == 9

    assert set(double.indexes["offers"]) == {offer.id for offer in offers} - double.poison
    assert outbox.counts(session) == (0, 1)
    assert f"offre {offers[3].id} : document {offers[3].id} is invalid" in built.status(session)
    assert built.send(session) == 0


def test_a_document_set_aside_is_tried_again_once_changed(session, built, double):
    offer = factories.TigPostFactory()
    session.commit()
    double.poison = {offer.id}
    built.send(session)

    double.poison = set()
    offer.title = "Jardin"
    session.commit()
    built.send(session)

    assert (titles(double), outbox.counts(session)) == (["jardin"], (0, 0))


def test_nothing_is_lost_while_the_server_does_not_answer(session, built):
    factories.TigPostFactory()
    session.commit()
    built.server.client.config.url = "http://127.0.0.1:9"

    assert built.send(session) == 0

    assert outbox.counts(session) == (1, 0)


def test_a_rebuilt_index_takes_the_place_of_the_former_at_once(session, built, double):
    factories.TigPostFactory.create_batch(3, title="Jardin")
    session.commit()
    double.indexes["offers"] = {7: {"names": "vieux", "said": ""}}
    double.asked.clear()

    said = built.rebuild(session)

    steps = [(verb, path) for verb, path, _ in double.asked]
    assert steps.index(("POST", "/swap-indexes")) > max(
        at for at, (_, path) in enumerate(steps) if "documents" in path
    )
    assert said == "Index de recherche refait. Offres copiées : 3, mises de côté : 0."
    assert list(double.indexes) == ["offers"]
    assert titles(double) == ["jardin"] * 3
    assert double.settings["offers_next"] == settings()
    # What changed during the work is sent again, to the new index.
    assert outbox.counts(session) == (3, 0)


def test_verify_says_what_differs(session, built, double):
    lost, changed, same = factories.TigPostFactory.create_batch(3)
    session.commit()
    built.send(session)
    assert list(built.differences(session)) == []

    index = double.indexes["offers"]
    del index[lost.id]
    index[changed.id]["names"] = "autre"
    index[999_999] = index[same.id] | {"id": 999_999}

    assert list(built.differences(session)) == [
        f"offre {lost.id} : absente de l'index",
        f"offre {changed.id} : diffère (names)",
        "offre 999999 : en trop dans l'index",
    ]


def test_an_index_of_other_settings_is_neither_asked_nor_fed(session, built):
    session.get_one(SearchIndex, "offers").version = "older"
    factories.TigPostFactory()
    session.commit()

    assert built.send(session) == 0
    assert f"réglages : older (attendus : {version()})" in built.status(session)


def test_without_that_engine_nothing_is_noted_any_more(session, built):
    factories.TigPostFactory()
    session.commit()

    NoCopy().send(session)
    factories.TigPostFactory()
    session.commit()

    assert outbox.counts(session) == (0, 0)
