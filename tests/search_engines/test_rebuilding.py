"""An index is rebuilt beside the one that answers, compared with the database, or left alone."""

from models.outbox import SearchIndex
from search import outbox
from search.copy import NoCopy
from search.meilisearch.settings import settings, version
from tests import factories


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
    assert double.titles() == ["jardin"] * 3
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
