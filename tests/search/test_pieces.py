"""What a search reads comes in pieces that no connection keeps room for."""

from search import indexing
from search.postgresql import PostgreSQLEngine, rows
from search.request import SearchRequest
from tests import factories


def test_a_value_cut_in_the_middle_of_a_row_is_put_together(session, monkeypatch):
    offers = {factories.TigPostFactory(title=f"Cuisine {number}").id for number in range(5)}
    indexing.catch_up(session)
    monkeypatch.setattr(rows, "PIECE", 7)

    for request in (SearchRequest(), SearchRequest(words="cuisine")):
        found = PostgreSQLEngine().search(session, request)
        assert {hit.offer_id for hit in found.hits} == offers
        assert found.total == 5


def test_nothing_found_is_no_piece(session):
    assert PostgreSQLEngine().search(session, SearchRequest(words="cuisine")).total == 0
