"""The partner's answers to a request: each changes the request, its place and its history."""

import datetime as dt

import pytest

from app.answers import actions
from models.base import now
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, RefusalReason
from models.codes.organization import Channel
from models.mail import OutgoingMail


def test_an_agreement_holds_the_place_until_we_confirm(session, browse_as, partner, request_sent):
    browse_as(partner).post("portal.accept", orientation_id=request_sent.id)

    assert request_sent.status is OrientationStatus.ACCEPTED
    assert request_sent.claim.expires_at > now() + dt.timedelta(days=13)
    mail = session.query(OutgoingMail).one()
    assert mail.recipient == request_sent.requested_by.email
    assert "SPIP" not in mail.subject + mail.body


def test_a_refusal_frees_the_place_and_keeps_the_reason(browse_as, partner, request_sent):
    browser = browse_as(partner)

    browser.post(
        "portal.refuse",
        {"refusal-reason": "PAS_D_ENCADRANT", "refusal-note": "Congés"},
        orientation_id=request_sent.id,
    )

    assert request_sent.claim.state is ClaimState.RELEASED
    assert request_sent.refusal_reason is RefusalReason.PAS_D_ENCADRANT
    page = browser.get("portal.show", orientation_id=request_sent.id)
    assert "Pas d'encadrant disponible. Congés" in page


@pytest.mark.parametrize("reason", ["", "REFUS_PERSONNE", "INCARCERATION", "N'IMPORTE"])
def test_a_refusal_needs_one_of_the_partners_own_reasons(browse_as, partner, request_sent, reason):
    answer = browse_as(partner).post(
        "portal.refuse",
        {"refusal-reason": reason, "refusal-note": "déjà dit"},
        orientation_id=request_sent.id,
    )

    assert answer.status_code == 422
    assert "déjà dit" in answer.text
    assert request_sent.status is OrientationStatus.SENT


def test_a_waiting_list_keeps_the_request_alive(browse_as, partner, request_sent):
    browser = browse_as(partner)

    browser.post("portal.waitlist", orientation_id=request_sent.id)

    assert request_sent.status is OrientationStatus.WAITLISTED
    assert "En attente de votre réponse (1)" in browser.get("portal.inbox")


def test_an_answer_that_comes_too_late_shows_the_request_as_it_is(browse_as, partner, request_sent):
    request_sent.move_to(OrientationStatus.CANCELLED, by=None)

    late = browse_as(partner).post("portal.accept", orientation_id=request_sent.id)

    assert late.status_code == 409
    assert "Annulée" in late.text
    assert request_sent.status is OrientationStatus.CANCELLED


def test_an_answer_heard_by_telephone_keeps_who_said_it(session, request_sent):
    officer = request_sent.requested_by

    actions.accept(request_sent, by=officer, channel=Channel.PHONE, said_by="M. Petit")

    assert (request_sent.answered_by, request_sent.answer_channel) == ("M. Petit", Channel.PHONE)
    assert "de M. Petit" in request_sent.events[-1].note
    assert session.query(OutgoingMail).count() == 0
