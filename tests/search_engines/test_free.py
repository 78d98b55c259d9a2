"""Free in a window: what a lot grants, less the most claims at once on those days."""

import datetime as dt

import pytest

from models.base import now
from models.codes.claims import ClaimState, LotState
from models.codes.offer import Gender
from search.engine import Audience, Window
from tests import factories
from tests.search_engines.conftest import Find

TODAY = now().date()


def window(first: int, last: int) -> Window:
    """From so many days from today to so many."""
    return Window(TODAY + dt.timedelta(days=first), TODAY + dt.timedelta(days=last))


def held(lot, first: int, last: int, **given) -> None:
    days = window(first, last)
    factories.ClaimFactory(lot=lot, starts_on=days.first, ends_on=days.last, **given)


@pytest.mark.parametrize(
    ("first", "last", "is_free"),
    [(1, 9, True), (1, 10, False), (12, 14, False), (20, 30, False), (21, 30, True)],
)
def test_a_held_place_is_not_free_on_its_days(first, last, is_free, find: Find):
    lot = factories.LotFactory(places=1)
    held(lot, 10, 20)

    assert find(free_in=window(first, last)) == ([lot.offer] if is_free else [])
    assert find() == [lot.offer]


def test_claims_that_follow_each_other_take_one_place(find: Find):
    lot = factories.LotFactory(places=2)
    held(lot, 1, 10)
    held(lot, 11, 20)

    assert find(free_in=window(1, 20)) == [lot.offer]


def test_a_place_taken_and_overdue_is_not_free_today(find: Find):
    lot = factories.LotFactory(places=1)
    held(lot, -20, -2, state=ClaimState.TAKEN, expires_at=None)

    assert find(free_in=window(0, 5)) == []
    assert find(free_in=window(1, 5)) == [lot.offer]


@pytest.mark.parametrize(
    "lot",
    [
        {"places": 0},
        {"places": 2, "open": 0, "sharing": "SHARED"},
        {"state": LotState.WAITING_LIST},
    ],
)
def test_what_grants_nothing_is_not_free(lot, find: Find):
    factories.LotFactory(**lot)

    assert find(free_in=window(1, 5)) == []


def test_the_free_lot_must_suit_who_is_asked_for(find: Find):
    full = factories.LotFactory(places=1, gender=Gender.WOMEN)
    held(full, 1, 10)
    factories.LotFactory(offer=full.offer, places=1, gender=Gender.MEN)

    assert find(free_in=window(1, 5), audience=Audience(gender=Gender.MEN)) == [full.offer]
    assert find(free_in=window(1, 5), audience=Audience(gender=Gender.WOMEN)) == []
