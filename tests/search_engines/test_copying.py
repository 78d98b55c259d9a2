"""The copy follows the commit: in batches, without the document refused, whole when rebuilt."""

import sqlalchemy as sa

from models.codes.offer import Publication
from models.outbox import SearchOutbox
from search import outbox
from search.meilisearch import sending
from tests import factories


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
    assert double.titles() == ["jardin"] * 5
    assert outbox.counts(session) == (0, 0)


def test_what_is_changed_hidden_or_deleted_is_changed_or_leaves(session, built, double):
    renamed, hidden, deleted = factories.TigPostFactory.create_batch(3, title="Jardin")
    session.commit()
    built.send(session)

    renamed.title, hidden.publication = "Cuisine", Publication.DRAFT
    session.delete(deleted)
    session.commit()
    built.send(session)

    assert double.titles() == ["cuisine"]


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

    assert (double.titles(), outbox.counts(session)) == (["jardin"], (0, 0))


def test_nothing_is_lost_while_the_server_does_not_answer(session, built):
    factories.TigPostFactory()
    session.commit()
    built.server.client.config.url = "http://127.0.0.1:9"

    assert built.send(session) == 0

    assert outbox.counts(session) == (1, 0)
