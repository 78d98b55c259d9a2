"""Requests: what the partner reads before it knows who, and the list of those that wait."""

import datetime as dt

from models.audit import AuditEntry
from models.base import now
from models.codes.journey import OrientationStatus
from tests.browsing import words
from tests.factories import OrientationFactory, PartnerFactory


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
