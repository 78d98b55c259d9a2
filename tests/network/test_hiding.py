"""Small counts of placements stay hidden from whoever adds and subtracts all that is shown."""

import itertools
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.network.hiding import (
    ceiling,
    commune,
    held_told,
    is_about,
    placements_told,
    together,
    wide,
)


@dataclass(frozen=True)
class Cell:
    """One family in one commune, whose places are all ours: what is not free is held or filled."""

    grouping: int
    taken: int
    placements: int

    def told(self):
        held = self.taken - self.placements
        return commune(places=self.taken + 3, free=3, held=held, placements=self.placements)


@st.composite
def cells(draw):
    """A few communes in the two groupings of one département, and in another one."""
    taken = draw(st.lists(st.integers(0, 9), min_size=2, max_size=5))
    return tuple(Cell(draw(st.integers(0, 2)), most, draw(st.integers(0, most))) for most in taken)


def figures(told):
    """What a page shows of a line."""
    return placements_told(told), held_told(told), is_about(told), ceiling(told)


def everything(communes):
    """All that any page shows: each commune, grouping and département, and their région."""
    told = [cell.told() for cell in communes]
    groupings = [
        wide(together(t for t, c in zip(told, communes, strict=True) if c.grouping == part))
        for part in range(3)
    ]
    departments = [wide(together(groupings[:2])), wide(groupings[2])]
    region = wide(together(departments))
    return [figures(one) for one in (*told, *groupings, *departments, region)]


def possible(cell):
    """The counts one may believe of a commune, knowing how many of its places are not free."""
    if cell.placements >= 5:
        return [cell.placements]
    return range(min(cell.taken, 4) + 1)


@settings(max_examples=200, deadline=None)
@given(cells())
def test_whoever_knows_every_figure_and_how_they_are_made_cannot_tell_a_hidden_count(communes):
    shown = everything(communes)

    believed: list[set[int]] = [set() for _ in communes]
    for counts in itertools.product(*map(possible, communes)):
        world = [replace(c, placements=n) for c, n in zip(communes, counts, strict=True)]
        if everything(world) == shown:
            for found, count in zip(believed, counts, strict=True):
                found.add(count)

    for cell, found in zip(communes, believed, strict=True):
        assert cell.placements >= 5 or found == set(possible(cell))


@pytest.mark.parametrize(
    ("placements", "shown", "held"), [(0, None, None), (4, None, None), (5, 5, 2), (12, 12, 2)]
)
def test_under_five_hides_the_placements_and_what_is_held(placements, shown, held):
    told = commune(places=30, free=10, held=2, placements=placements)

    assert (placements_told(told), held_told(told)) == (shown, held)
    assert ceiling(told) == 5


def test_where_every_place_is_free_there_is_nothing_to_hide():
    told = commune(places=3, free=3, held=0, placements=0)

    assert figures(told)[:3] == (0, 0, False)


@given(st.lists(st.integers(0, 40), min_size=60, max_size=60))
def test_a_wide_territory_is_told_to_within_a_few(counts):
    told = [commune(places=60, free=10, held=1, placements=n) for n in counts]

    shown = placements_told(wide(together(told)))

    small = [n for n in counts if n < 5]
    missed = sum(small) if sum(small) < 5 else max(2, sum(small) - 4 * len(small) + 8)
    assert shown is None or abs(shown - sum(counts)) <= missed


def test_a_small_grouping_leaves_its_counts_to_the_departement():
    groupings = [wide(together([Cell(0, 9, 3).told(), Cell(0, 9, 3).told()])) for _ in range(3)]

    assert [placements_told(one) for one in groupings] == [None] * 3
    assert [ceiling(one) for one in groupings] == [10] * 3
    assert placements_told(wide(together(groupings))) == 20
