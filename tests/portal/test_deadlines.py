"""The partner is told by when to answer: on the request, in the list, in the e-mail."""

import datetime as dt

import pytest
from sqlalchemy import select

from app.filters import NBSP, day
from models.base import now
from models.codes.journey import OrientationStatus
from models.mail import OutgoingMail
from tests.factories import OrientationFactory, PartnerFactory

IN_A_WEEK = now() + dt.timedelta(days=7)


@pytest.fixture
def sent(session, partner):
    owner = partner.memberships[0].organization
    orientation = OrientationFactory(lot__offer__site__organization=owner)
    orientation.claim.expires_at = IN_A_WEEK
    session.flush()
    return orientation


def test_the_request_and_the_list_say_by_when(browse_as, partner, sent):
    browser = browse_as(partner)

    assert f"Répondez avant le {day(IN_A_WEEK)}" in browser.get(
        "portal.show", orientation_id=sent.id
    )
    assert f"Réponse attendue avant le {day(IN_A_WEEK)}" in browser.get("portal.inbox")


def test_the_mail_says_it_too(session, browse_as):
    orientation = OrientationFactory(status=OrientationStatus.DRAFT, sent_at=None)
    PartnerFactory(organization=orientation.organization)

    browse_as(orientation.requested_by).post("placements.send", orientation_id=orientation.id)

    letter = session.scalars(select(OutgoingMail)).one()
    until = day(orientation.claim.expires_at).split(" ", 1)[1]
    assert letter.subject == "Une demande vous attend sur Maillage"
    assert f"y répondre avant le {until}." in letter.body.replace(NBSP, " ")
