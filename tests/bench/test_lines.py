"""The bench, in small: every line it promises, in the form that is read."""

import os
import re

import pytest
import sqlalchemy as sa

from bench.command import lines
from bench.country.database import Database
from bench.measuring.figures import BUDGETS, Answered, Figure, Memory, figure
from bench.scale import Scale
from tests.databases import PREFIX

WITH_TWO = [
    *(
        "engine.search",
        "engine.results",
        "engine.match",
        "engine.free",
        "page.bare",
        "tile.z5",
        "tile.z9",
    ),
    *("tile.z13", "page.network", "page.search", "page.match", "page.offer", "page.person"),
    *("page.near", "page.near_text", "page.text", "page.record", "suggest", "geocode"),
]
NUMBER = r"\d+(\.\d+)?"
SIZE = rf"rows=\d+ bytes=\d+ rps={NUMBER}"
FIGURE = re.compile(
    rf"(?P<name>[a-z0-9_.]+) clients=(?P<clients>\d+) p50_ms={NUMBER} p95_ms={NUMBER} {SIZE}"
)
TYPING = re.compile(
    rf"(?P<name>suggest|geocode) p95_ms={NUMBER} p50_ms={NUMBER} clients=(?P<clients>\d+) {SIZE}"
)


@pytest.fixture(scope="module")
def country(cluster):
    made = Database(cluster, f"{PREFIX}{os.getpid()}_bench", Scale(300), ["69"])
    made.ensure(lambda step: None)
    yield made
    cluster.drop_database(made.name)


@pytest.fixture(scope="module")
def printed(country):
    return [str(line) for line in lines(country, times=3)]


def test_the_first_line_says_what_was_counted(printed):
    found = re.fullmatch(r"data offers=300 people=900 placements=420 claims=(\d+)", printed[0])

    assert found
    assert int(found[1]) > 420


def test_every_figure_is_there_for_each_number_of_clients(printed):
    found = [FIGURE.fullmatch(line) or TYPING.fullmatch(line) for line in printed[1:-2]]

    assert all(found), printed
    assert {(one["name"], int(one["clients"])) for one in found if one} == {
        *((name, clients) for name in WITH_TWO for clients in (1, 4)),
        *(("claim.hold", clients) for clients in (1, 4, 8)),
    }


def test_the_memory_of_a_web_process_and_the_speed_of_an_import_come_last(printed):
    assert re.fullmatch(r"web\.memory rss_mb=\d+", printed[-2])
    assert re.fullmatch(r"import\.finess rows_per_s=\d+ rss_mb=\d+", printed[-1])


def test_a_country_that_is_there_already_is_kept(country):
    said: list[str] = []

    country.ensure(said.append)

    assert said == ["the generated country is there already"]


def test_what_was_held_to_measure_is_given_back(country, printed):
    far = "SELECT count(*) FROM directory.place_claim WHERE lower(during) > '2080-01-01'"
    with country.engine().connect() as connection:
        assert connection.scalar(sa.text(far)) == 0


def test_the_guard_is_back(country):
    asleep = "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'"
    with country.engine().connect() as connection:
        assert connection.scalar(sa.text(asleep)) == 0


def test_the_long_file_is_as_long_as_it_says(country):
    events = (
        "SELECT max(lines) FROM (SELECT person_id, count(*) AS lines FROM casework.orientation"
        " JOIN (SELECT orientation_id FROM casework.orientation_event UNION ALL SELECT"
        " orientation_id FROM casework.placement_event JOIN casework.placement"
        " ON placement.id = placement_id) AS line ON line.orientation_id = orientation.id"
        " GROUP BY person_id) AS file"
    )
    with country.engine().connect() as connection:
        assert connection.scalar(sa.text(events)) == 200


def test_percentiles_are_those_of_the_waits():
    answers = [Answered(number, number + number / 1000, 20, 100) for number in range(1, 101)]

    one = figure("page.offer", 1, answers)

    assert 50 <= one.p50_ms <= 51
    assert 95 <= one.p95_ms <= 96
    assert (one.over(100_000) or "").startswith("hors budget : page.offer clients=1 p95_ms=95")


@pytest.mark.parametrize(
    ("measured", "is_over"),
    [
        (Figure("engine.free", 1, 1.0, 5.1, 1, 1, 1.0), True),
        (Figure("engine.free", 1, 1.0, 5.0, 1, 1, 1.0), False),
        (Figure("engine.free", 4, 1.0, 90.0, 1, 1, 1.0), False),
        (Figure("claim.hold", 8, 1.0, 31.0, 1, 1, 1.0), True),
        (Memory(251.0), True),
        (Memory(249.0), False),
    ],
)
def test_what_is_over_its_budget_is_said(measured, is_over):
    assert (measured.over(100_000) is not None) is is_over


@pytest.mark.parametrize(
    ("name", "times"), [("engine.search", 3), ("page.search", 3), ("page.match", 1.5)]
)
def test_ten_times_the_offers_may_take_longer_but_not_ten_times(name, times):
    least = BUDGETS[name, 1] * times

    assert Figure(name, 1, 1.0, least, 1, 1, 1.0).over(1_000_000) is None
    assert Figure(name, 1, 1.0, least + 1, 1, 1, 1.0).over(1_000_000) is not None
    assert Figure(name, 1, 1.0, least, 1, 1, 1.0).over(100_000) is not None
