"""Whatever is asked of the network is answered clearly, in little time and little memory."""

import time

import pytest

from tests.guards.test_bad_input import read

MOST_S = 3
DIGITS = "9" * 5_000

TILES = [
    ("40/1/1", 404),
    ("17/1/1", 404),
    ("5/32/0", 404),
    ("5/0/32", 404),
    ("5/-1/0", 404),
    ("-1/0/0", 404),
    ("5/1.5/0", 404),
    ("NaN/0/0", 404),
    (f"5/{2**63}/0", 404),
    (f"{10**30}/0/0", 404),
    (f"5/{DIGITS}/0", 404),
    ("0/0/0", 200),
]
# A rectangle of the map, and whether it can be read.
ZONES = [
    ("-180,-90,180,90", 200),
    ("170,-30,-170,30", 200),
    ("5,45,5,45", 200),
    ("-181,0,0,0", 422),
    ("0,60,10,40", 422),
    ("nan,nan,nan,nan", 422),
    ("-inf,-90,inf,90", 422),
    ("1e400,0,0,0", 422),
    ("4,45", 422),
    ("4,45,5,46," + "1," * 5_000, 422),
    ("\x00", 422),
    ("', 1); --", 422),
]
PAGES = ("/reseau", "/reseau/export.csv", "/reseau/tuiles/5/16/11.mvt")
TERRITORIES = ["departement-999", "departement-', ''", "commune-\x00", "planete-3", "x" * 5_000]
ORDERS = ["prix", "--commune", "offer_id; DROP TABLE directory.offer", "\x00", "é" * 5_000]


@pytest.fixture
def ask(sample):
    """What the counsellor is answered, within the time allowed."""

    def get(address: str, **query: object):
        started = time.monotonic()
        answer = sample.ask("counsellor", "GET", address, query_string=query)
        assert time.monotonic() - started < MOST_S
        assert answer.status_code < 500
        return answer

    return get


@pytest.mark.parametrize(("tile", "status"), TILES, ids=lambda value: str(value)[:20])
def test_a_tile_that_the_map_does_not_have_is_not_found(ask, tile, status):
    assert ask(f"/reseau/tuiles/{tile}.mvt").status_code in (status, 204 if status == 200 else 404)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("zone", "status"), ZONES, ids=lambda value: ascii(value)[:20])
def test_a_rectangle_is_read_or_refused_in_words(ask, page, zone, status):
    answer = ask(page, zone=zone)

    assert answer.status_code in ((200, 204) if status == 200 else (422,))
    assert status == 200 or "Cette zone n'est pas lisible" in read(answer)


@pytest.mark.parametrize("territory", TERRITORIES, ids=lambda value: ascii(value)[:20])
@pytest.mark.parametrize("page", [*PAGES, "/reseau/totaux", "/reseau/a-traiter"])
def test_a_territory_that_is_not_ours_is_refused(ask, page, territory):
    assert ask(page, territoire=territory).status_code == 422


@pytest.mark.parametrize("order", ORDERS, ids=lambda value: ascii(value)[:20])
def test_a_sort_that_is_not_offered_is_refused_in_words(ask, order):
    answer = ask("/reseau", tri=order)

    assert answer.status_code == 422
    assert "Le tableau ne se trie pas ainsi" in read(answer)


@pytest.mark.parametrize("after", ["x", "-1", "9" * 400, "1.\x00", "1.9999-99-99"])
@pytest.mark.parametrize("order", ["commune", "libres", "confirmation"])
def test_a_page_key_that_was_tampered_with_leads_to_the_first_page(ask, order, after):
    assert ask("/reseau", tri=order, apres=after).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_thousand_filters_are_answered(ask, page):
    many = {"famille": ["TIG", "DRAGON"] * 500, "type": ["x"] * 1_000, "jours": ["MON"] * 1_000}

    assert ask(page, **many).status_code in (200, 204, 422)
