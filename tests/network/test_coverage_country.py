"""Coverage of France, measured in memory: the same as commune by commune, for each département."""

import csv
import io
import random

import numpy as np
import pytest

from app.network.coverage.country import by_department
from app.network.coverage.cover import Cover, Share, added, gather
from app.network.coverage.kinds import Kind
from app.network.coverage.nearest import nearest, on_earth
from app.network.coverage.parts import Part
from app.network.coverage.queries import places
from app.network.coverage.reach import Reach
from models.codes.network import Sign
from models.codes.offer import Family
from search.network.territory import Level, Territory
from tests.factories import NationalReaderFactory, SiteFactory, point
from tests.network.test_coverage import state

TIG = Kind(Family.TIG)
ZONES = [[], [], [], ["Rhône"], ["Villeurbanne", "42"], ["Auvergne-Rhône-Alpes"], ["Tonkin"]]


@pytest.fixture
def reader(browse_as):
    return browse_as(NationalReaderFactory())


@pytest.mark.parametrize("is_remote", [False, True])
@pytest.mark.parametrize("reach", [Reach(8, 8), Reach(20, 30), Reach(200, 200)])
def test_each_departement_is_covered_as_its_own_page_says(session, reach, is_remote):
    dice = random.Random(7)
    for zones in ZONES:
        site = SiteFactory(public_point=point(dice.uniform(3.9, 6), dice.uniform(45.3, 46.4)))
        state(site, zone_eligibility=zones)
    state(SiteFactory(), sign=Sign.SUSPENDED)
    state(SiteFactory(public_point=None))
    if is_remote:
        state(is_remote=True, zone_eligibility=["Loire"])
    session.commit()

    found = by_department(session, TIG, reach)

    for code in ("01", "42", "69"):
        where = Territory(Level.DEPARTMENT, code, "")
        own = places(session, where, TIG, within_km=reach.possible_km)
        assert found[code] == gather(own, reach).shares


@pytest.mark.parametrize("many", [0, 1, 150, 900])
def test_the_nearest_is_the_nearest_of_all(many):
    dice = np.random.default_rng(7)
    points, others = (
        on_earth(dice.uniform(-180, 180, n) / spread, dice.uniform(-80, 80, n) / spread)
        for n, spread in ((300, 40), (many, 30))
    )

    found = nearest(points, others, 100_000)

    away = [min((np.linalg.norm(one - others, axis=1)), default=np.inf) for one in points]
    assert [value if value <= 100_000 else np.inf for value in away] == pytest.approx(
        found, rel=1e-4
    )


def test_france_is_told_by_region_or_by_departement(reader):
    state()

    page = reader.get("network.coverage")
    markup = reader.open("GET", "network.coverage", par="departement", nombre=10).text

    assert "Par région, le plus d'habitants sans offre d'abord" in page
    assert "Auvergne-Rhône-Alpes" in page
    assert 'mesure=distance&amp;nombre=10&amp;territoire=departement-42"' in markup


@pytest.mark.parametrize(
    ("people", "without", "pattern"),
    [
        (1000, 0, "plain"),
        (1000, 10, "dots"),
        (1000, 199, "lines"),
        (1000, 200, "cross"),
        (0, 0, "cross"),
    ],
)
def test_the_share_of_the_people_fills_the_map(people, without, pattern):
    shares = {cover: Share() for cover in Cover}
    shares |= {Cover.NONE: Share(1, without), Cover.NEAR: Share(2, people - without)}

    assert Part("departement-69", "Rhône", ["69"], added([shares])).pattern == pattern


def test_the_parts_of_france_are_a_file_too(reader):
    state()

    text = reader.open("GET", "network.coverage_export", par="departement").get_data(as_text=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))

    assert rows[0][1] == "Territoire"
    assert sorted(row[0] for row in rows[1:]) == ["01", "42", "69"]


def test_the_map_of_france_has_its_departements(reader):
    tile = {"territory": "france", "zoom": 6, "x": 32, "y": 22}

    answer = reader.open("GET", "network.coverage_tile", **tile)

    assert answer.status_code == 200
    assert "Rhône".encode() in answer.data
    assert b"69266" not in answer.data
