"""All of the network asked at once: little memory, small tiles, another way when there is one."""

import tracemalloc

import pytest

from tests.factories import CoordinatorFactory
from tests.factories.network import OfferStateFactory
from tests.guards.test_bad_input import read
from tests.guards.volume import multiply

ROWS = 20_000
MOST_BYTES = 8_000_000
MOST_IN_A_TILE = 500_000


@pytest.fixture
def browser(browse_as, session, connection):
    """A coordinator, and twenty thousand offers in one place."""
    OfferStateFactory()
    session.commit()
    multiply(connection, ROWS, ("offer_state",))
    return browse_as(CoordinatorFactory())


def test_an_export_of_everything_takes_little_memory_and_a_tile_stays_small(browser):
    tracemalloc.start()
    answer = browser.open_address("GET", "/reseau/export.csv?territoire=france")
    lines = sum(chunk.count(b"\n") for chunk in answer.iter_encoded())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (answer.status_code, lines > ROWS) == (200, True)
    assert most < MOST_BYTES
    for tile in ("5/16/11", "13/4207/2922", "16/33657/23378"):
        answer = browser.open_address("GET", f"/reseau/tuiles/{tile}.mvt")
        assert answer.status_code in (200, 204)
        assert len(answer.data) < MOST_IN_A_TILE

    refused = browser.open_address("GET", "/reseau/export.xlsx?territoire=france&etat=free")
    assert refused.status_code == 422
    assert "CSV" in read(refused)
