"""The page of coverage, its file and its tiles."""

import csv
import io
import re

import pytest

from models.codes.network import Sign
from tests.factories import ManagerFactory, SiteFactory, point
from tests.network.test_coverage import state


@pytest.fixture
def manager(browse_as):
    return browse_as(ManagerFactory())


def test_the_page_says_who_is_without_and_how_far(manager):
    state()

    page = manager.get("network.coverage", offre="TIG", nombre=10)

    assert "sans offre de cette sorte à 10 km à vol d'oiseau" in page
    assert "Villefranche-sur-Saône (69264)" in page
    assert "Aucune offre assez proche" in page
    assert "Selon les horaires" not in page.split("Tableau des communes")[1]


def test_minutes_are_told_as_an_estimate(manager):
    state()

    page = manager.get("network.coverage", mesure="bus", nombre=45)

    assert "à 45 min en bus, soit de" in page
    assert "Les minutes sont une estimation" in page
    assert "Selon les horaires et le trajet" in page


def following(markup, rel):
    """The key that a link of the page holds; none for the first page, « end » without a link."""
    link = re.search(rf'rel="{rel}" href="([^"#]+)', markup)
    if link is None:
        return "end"
    key = re.search(r"apres=(\w+)", link[1])
    return key and key[1]


def test_every_commune_is_on_one_page_or_the_next_and_in_the_file(manager):
    state()
    seen, after, pages = [], None, 0
    while after != "end":
        markup = manager.open("GET", "network.coverage", apres=after).text
        seen += re.findall(r"\((\d{5})\)</span></th>", markup)
        after = following(markup, "next")
        pages += 1

    for page in range(pages - 1):
        assert page or following(markup, "next") == "end"
        before = following(markup, "prev")
        markup = manager.open("GET", "network.coverage", apres=before).text
    assert 'rel="prev"' not in markup

    text = manager.open("GET", "network.coverage_export").get_data(as_text=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))

    codes = [row[0] for row in rows[1:]]
    assert seen == codes
    assert len(set(codes)) == len(codes) > 200


@pytest.mark.parametrize(
    "wrong", [{"nombre": 201}, {"nombre": "loin"}, {"offre": "X"}, {"mesure": "fusée"}]
)
def test_what_cannot_be_asked_is_said(manager, wrong):
    assert "Corrigez ce qui suit" in manager.get("network.coverage", status=422, **wrong)


def test_far_may_be_farther_than_a_hundred_kilometres(manager):
    state(SiteFactory(public_point=point(4.8795, 44.6)))

    assert "(100 %)" in manager.get("network.coverage", nombre=50)
    assert "(0 %)" in manager.get("network.coverage", nombre=200)


@pytest.mark.parametrize(
    ("zoom", "x", "y", "status"),
    [
        (8, 131, 91, 200),
        (6, 32, 22, 200),
        (8, 0, 0, 204),
        (2, 2, 1, 404),
        (40, 0, 0, 404),
        (8, 256, 0, 404),
    ],
)
def test_tiles_hold_the_communes_of_the_territory_alone(manager, zoom, x, y, status):
    asked = {"zoom": zoom, "x": x, "y": y}

    answer = manager.open("GET", "network.coverage_tile", territory="departement-69", **asked)
    nowhere = manager.open("GET", "network.coverage_tile", territory="departement-99", **asked)

    assert answer.status_code == status
    assert (b"69266" in answer.data) is (status == 200)
    assert b"42218" not in answer.data
    assert nowhere.status_code == 404


def test_a_tile_that_has_not_changed_is_not_sent_again(manager):
    asked = {"territory": "departement-69", "zoom": 8, "x": 131, "y": 91}
    first = manager.open("GET", "network.coverage_tile", **asked)

    again = manager.open(
        "GET", "network.coverage_tile", headers={"If-None-Match": first.headers["ETag"]}, **asked
    )

    assert again.status_code == 304


def test_nothing_open_anywhere_is_told(manager):
    state(sign=Sign.SUSPENDED)

    assert "(100 %)" in manager.get("network.coverage")
