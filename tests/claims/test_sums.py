"""The sum that is shown always adds up, and unknown is never zero."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.claims.sums import Availability
from models.base import now
from models.codes.claims import LotState
from models.codes.organization import Channel

THIRD_OF_MARCH = dt.datetime(now().year, 3, 3, 12, tzinfo=dt.UTC)


def lot(**facts) -> Availability:
    return Availability(**{"lot_id": 1, "places": 12, "open": 5, "is_shared": True} | facts)


def read(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


def test_the_sum_of_the_design_is_said_word_for_word():
    shared = lot(
        placements=3, reservations=1, reported_at=THIRD_OF_MARCH, channel=Channel.PARTNER_PORTAL
    )

    assert read(shared.sentence) == (
        "12 places, 7 occupées hors réseau déclaré le 3 mars, 3 placements, 1 réservation = 1 libre"
    )
    assert shared.sign == "last"


def test_anyone_else_reads_only_what_is_free():
    shared = lot(placements=3, reservations=0)

    assert read(shared.public_sentence) == "2 places libres"


def test_a_host_with_more_people_than_places_is_over_for_us_and_full_for_others():
    lowered = lot(places=2, open=2, is_shared=False, placements=3)

    assert read(lowered.sentence) == "2 places, 3 placements = 1 au-delà de la capacité"
    assert (lowered.sign, lowered.public_sign) == ("over", "full")
    assert lowered.public_sentence == "Complet"


def test_past_its_report_a_lot_is_to_be_confirmed_but_keeps_what_is_left():
    stale = lot(is_stale=True, placements=1)

    assert (stale.free, stale.left, stale.sign) == (None, 4, "unknown")
    assert stale.public_sentence == "À confirmer"
    assert stale.sentence.endswith("= à confirmer")


@pytest.mark.parametrize(
    ("facts", "sign"),
    [
        ({"open": 0}, "full"),
        ({"open": 3}, "free"),
        ({"state": LotState.WAITING_LIST, "open": 0}, "full"),
        ({"state": LotState.ASSESSMENT}, "unknown"),
        ({"is_suspended": True}, "suspended"),
    ],
)
def test_each_situation_has_its_sign(facts, sign):
    assert lot(**facts).sign == sign


@given(
    places=st.integers(0, 500),
    elsewhere=st.integers(0, 500),
    placements=st.integers(0, 20),
    reservations=st.integers(0, 20),
    is_stale=st.booleans(),
)
def test_the_terms_always_add_up_to_what_is_left(
    places, elsewhere, placements, reservations, is_stale
):
    shown = lot(
        places=places,
        open=max(places - elsewhere, 0),
        placements=placements,
        reservations=reservations,
        is_stale=is_stale,
    )

    assert shown.places - shown.elsewhere - placements - reservations == shown.left
    assert shown.is_over == (shown.left < 0)
    assert shown.free is None or shown.free == max(shown.left, 0)


def test_a_lot_that_grants_nothing_is_said_so_rather_than_as_a_sum():
    closed = lot(places=0, open=0, is_shared=False)

    assert closed.sentence == "aucune place ouverte"
    assert lot(places=0, open=0, is_shared=False, placements=1).sentence.endswith("la capacité")
