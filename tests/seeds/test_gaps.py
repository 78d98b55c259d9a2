"""Every list of a coordinator has something to work through, and the gap map something to show."""

import pytest
from sqlalchemy import select

from app.network.attention.lists import LISTS
from app.network.attention.queries import counts
from app.network.unmet.queries import unmet
from models.codes.history import ChangeKind, MistakeState
from models.history import Change, Mistake
from search.network.filters import NetworkFilter
from search.network.territory import Level, Territory

RHONE = Territory(Level.DEPARTMENT, "69", "Rhône")


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.code)
def test_each_list_of_rhone_has_a_line(everything, one):
    found = counts(everything, NetworkFilter(territory=RHONE), [one], with_over=True)

    assert found[one.code] > 0


def test_mistakes_wait_and_a_correction_has_its_author(everything):
    waiting = select(Mistake).where(Mistake.state == MistakeState.OPEN)
    authors = select(Change.who).where(Change.kind == ChangeKind.CHANGED).distinct()

    assert len(everything.scalars(waiting).all()) > 1
    assert set(everything.scalars(authors)) - {None}


def test_what_was_searched_in_vain_is_shown_from_five_on(everything):
    found = unmet(everything, RHONE)

    assert [row.commune for row in found] == [
        "Tarare",
        "Tarare",
        "Belleville-en-Beaujolais",
        "Givors",
    ]
