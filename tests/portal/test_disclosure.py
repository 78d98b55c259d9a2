"""Who is expected: read by that host only, behind a code, and each reading is kept."""

import datetime as dt
import re

import pytest

from app.portal.codes import code_of
from models.audit import AuditEntry
from models.base import now
from models.codes.journey import PlacementStatus
from models.disclosure import Disclosure
from models.mail import OutgoingMail
from tests.browsing import words
from tests.factories import PartnerFactory, PlacementFactory


@pytest.fixture
def stay(session, partner):
    """A stay whose host was told the person's name."""
    stay = PlacementFactory(
        orientation__lot__offer__site__organization=partner.memberships[0].organization,
        status=PlacementStatus.PLANNED,
    )
    shown = Disclosure(
        unit_id=stay.unit_id,
        organization_id=stay.organization_id,
        orientation_id=stay.orientation_id,
        field_names=["Prénom", "Nom"],
        content={"Prénom": "Alex", "Nom": "DURAND"},
        disclosed_by_id=stay.orientation.requested_by_id,
    )
    session.add(shown)
    session.flush()
    return stay


def give(browser, stay, code):
    return browser.post("portal.open_disclosure", {"code": code}, placement_id=stay.id)


def test_the_code_sent_by_mail_opens_what_was_disclosed(session, browse_as, partner, stay):
    browser = browse_as(partner)
    assert "DURAND" not in browser.get("portal.disclosure", placement_id=stay.id)

    browser.post("portal.send_code", placement_id=stay.id)
    mail = session.query(OutgoingMail).one()
    assert (mail.recipient, "SPIP" in mail.body) == (partner.email, False)
    (code,) = re.findall(r"\b[0-9]{6}\b", mail.body)
    give(browser, stay, f"{code[:3]} {code[3:]}")

    assert "DURAND" in browser.get("portal.disclosure", placement_id=stay.id)


@pytest.mark.parametrize("typed", ["", "000", "abcdef", "é" * 6])
def test_a_wrong_code_opens_nothing(browse_as, partner, stay, typed):
    browser = browse_as(partner)

    answer = give(browser, stay, typed)

    assert answer.status_code == 422
    assert "code" in words(answer.text)
    assert "DURAND" not in browser.get("portal.disclosure", placement_id=stay.id)


def test_an_old_code_is_worth_nothing(browse_as, partner, stay):
    old = code_of(partner, now() - dt.timedelta(minutes=21))

    assert give(browse_as(partner), stay, old).status_code == 422


def test_only_that_host_reads_it_and_each_reading_is_kept(database, browse_as, partner, stay):
    browser, stranger = browse_as(partner), browse_as(PartnerFactory())
    stranger.get("portal.disclosure", placement_id=stay.id, status=404)
    assert give(stranger, stay, "123456").status_code == 404

    give(browser, stay, code_of(partner, now()))
    browser.get("portal.disclosure", placement_id=stay.id)

    (shown,) = stay.orientation.disclosures
    with database.superuser.connect() as connection:
        rows = AuditEntry.__table__.select().where(AuditEntry.subject_id == str(shown.id))
        assert [row.account_id for row in connection.execute(rows)] == [partner.id]
