"""Requests: what the partner reads before it knows who, and its answers."""

import datetime as dt

import pytest

from app.answers import actions
from models.audit import AuditEntry
from models.base import now
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, RefusalReason
from models.codes.organization import Channel
from models.mail import OutgoingMail
from tests.browsing import words
from tests.factories import OrientationFactory, PartnerFactory


@pytest.fixture
def partner(session):
    return PartnerFactory()


@pytest.fixture
def request_sent(partner):
    return OrientationFactory(lot__offer__site__organization=partner.memberships[0].organization)


def test_the_partner_reads_what_is_asked_and_not_who(browse_as, partner, request_sent):
    page = browse_as(partner).get("portal.show", orientation_id=request_sent.id)

    assert "26 à 35 ans" in page
    assert "105 heures" in page
    assert request_sent.person.last_name not in page
    assert request_sent.person.first_name not in page


def test_the_partner_never_reads_which_criterion_was_lifted(browse_as, partner, request_sent):
    officer = request_sent.requested_by
    request_sent.record("Critère levé : Zone interdite", by=officer, note="accord du juge")
    request_sent.record("Demande envoyée", by=officer)

    page = browse_as(partner).get("portal.show", orientation_id=request_sent.id)

    assert "Demande reçue" in page
    assert not {"Critère", "juge"} & set(page.split())


def test_reading_a_request_is_kept(session, database, browse_as, partner, request_sent):
    browse_as(partner).get("portal.show", orientation_id=request_sent.id)

    with database.superuser.connect() as connection:
        found = connection.execute(
            AuditEntry.__table__.select().where(AuditEntry.subject_id == str(request_sent.id))
        ).one()
    assert (found.operation, found.account_id) == ("CONSULT", partner.id)


def test_another_partners_request_does_not_exist(browse_as, request_sent):
    stranger = browse_as(PartnerFactory())

    stranger.get("portal.show", orientation_id=request_sent.id, status=404)
    for answer in ("accept", "waitlist", "refuse"):
        said = stranger.post(f"portal.{answer}", orientation_id=request_sent.id)
        assert said.status_code == 404
    assert request_sent.status is OrientationStatus.SENT


def test_a_request_not_sent_yet_does_not_exist_for_the_partner(session, browse_as, partner):
    draft = OrientationFactory(
        lot__offer__site__organization=partner.memberships[0].organization,
        status=OrientationStatus.DRAFT,
        sent_at=None,
    )

    browse_as(partner).get("portal.show", orientation_id=draft.id, status=404)


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


def test_a_closed_request_leaves_the_list_after_thirty_days(browse_as, partner, request_sent):
    request_sent.move_to(OrientationStatus.CANCELLED, by=None)
    request_sent.closed_at = now() - dt.timedelta(days=31)
    browser = browse_as(partner)

    assert "Aucune demande" in browser.get("portal.inbox")
    browser.get("portal.show", orientation_id=request_sent.id, status=404)


def test_the_home_says_how_many_requests_await_an_answer(browse_as, partner, request_sent):
    browser = browse_as(partner)

    waiting = words(browser.get("portal.index"))
    browser.post("portal.accept", orientation_id=request_sent.id)

    assert "1 demande attend votre réponse" in waiting
    assert "votre réponse" not in words(browser.get("portal.index"))
