"""An answer given after the reservation stopped: reality decides, and says so."""

import datetime as dt

import pytest

from models.base import now
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus
from tests.browsing import words
from tests.factories import ClaimFactory, OrientationFactory


@pytest.fixture
def lapsed(session, partner):
    """A request whose reservation stopped an hour ago, on a post of one place."""
    orientation = OrientationFactory(
        lot__offer__site__organization=partner.memberships[0].organization
    )
    orientation.claim.expires_at = now() - dt.timedelta(hours=1)
    session.flush()
    return orientation


def test_a_lapsed_place_nobody_took_is_held_again(browse_as, partner, lapsed):
    browse_as(partner).post("portal.accept", orientation_id=lapsed.id)

    assert lapsed.status is OrientationStatus.ACCEPTED
    assert lapsed.claim.expires_at > now()


def test_a_lapsed_place_given_to_another_cannot_be_promised(browse_as, partner, lapsed):
    ClaimFactory(lot=lapsed.lot, starts_on=lapsed.starts_on, ends_on=lapsed.ends_on)

    late = browse_as(partner).post("portal.accept", orientation_id=lapsed.id)

    assert (late.status_code, lapsed.status) == (409, OrientationStatus.SENT)
    assert "donnée à une autre demande" in words(late.text)


def test_a_swept_reservation_is_made_again_when_the_place_is_free(
    session, browse_as, partner, lapsed
):
    lapsed.claim.state, lapsed.claim.ended_at = ClaimState.EXPIRED, now()
    swept = lapsed.claim_id

    browse_as(partner).post("portal.accept", orientation_id=lapsed.id)

    assert lapsed.status is OrientationStatus.ACCEPTED
    assert (lapsed.claim.state, lapsed.claim_id == swept) == (ClaimState.HELD, False)


@pytest.mark.parametrize(
    ("endpoint", "typed"),
    [
        ("portal.accept", {"answer-note": "x" * 600}),
        ("portal.waitlist", {"answer-note": "x" * 600}),
        ("portal.refuse", {}),
    ],
)
def test_an_answer_that_comes_too_late_is_told_so_whatever_was_typed(
    browse_as, partner, lapsed, endpoint, typed
):
    lapsed.move_to(OrientationStatus.CANCELLED, by=None)

    late = browse_as(partner).post(endpoint, typed, orientation_id=lapsed.id)

    assert late.status_code == 409
    assert "elle est maintenant « Annulée »" in words(late.text)


@pytest.mark.parametrize("endpoint", ["portal.report", "portal.announce"])
def test_a_number_no_table_can_hold_does_not_exist(browse_as, partner, endpoint):
    name, method = {"portal.report": ("offer_id", "GET"), "portal.announce": ("lot_id", "POST")}[
        endpoint
    ]

    answer = browse_as(partner).open(method, endpoint, **{name: 10**30})

    assert answer.status_code == 404
