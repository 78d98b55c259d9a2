"""Accreditations from the request to the decision, and back (RULE-TIG-14, RULE-TIG-15)."""

import datetime as dt

import pytest

from models.accreditation import Accreditation
from models.base import today
from models.codes.organization import AccreditationKind, AccreditationStatus
from tests.browsing import words
from tests.factories import AccreditationFactory, ManagerFactory, SiteFactory, TigLeadFactory

S = AccreditationStatus


def ago(days: int) -> dt.date:
    return today() - dt.timedelta(days=days)


@pytest.fixture
def owner(session):
    return SiteFactory().organization


@pytest.fixture
def asked(session, owner):
    return AccreditationFactory(
        organization=owner, status=S.REQUESTED, requested_on=ago(10), decided_on=None, ends_on=None
    )


def decision(**changes):
    page = {"decision": "GRANTED", "decided_on": today().isoformat(), "reference": "69-2026-12"}
    return page | changes


def test_a_lead_asks_once_and_a_manager_finds_the_request(browse_as, session, owner):
    lead, manager = browse_as(TigLeadFactory()), browse_as(ManagerFactory())
    typed = {"kind": "TIG_LOCAL", "department_code": "69", "requested_on": ago(3).isoformat()}

    for _ in range(2):
        lead.post("directory.create_accreditation_request", typed, organization_id=owner.id)

    (made,) = owner.accreditations
    assert (made.kind, made.status) == (AccreditationKind.TIG_LOCAL, S.REQUESTED)
    page = manager.get("directory.accreditation", accreditation_id=made.id)
    assert "Habilitation TIG du département" in page
    lead.get("directory.accreditation", accreditation_id=made.id, status=403)


def test_before_a_month_both_opinions_are_needed(browse_as, session, asked):
    manager = browse_as(ManagerFactory())

    early = manager.post("directory.decide_accreditation", decision(), accreditation_id=asked.id)

    assert early.status_code == 422
    assert "avec les deux avis, ou un mois après la demande" in words(early.text)
    assert asked.status is S.REQUESTED


def test_opinions_are_kept_as_they_come(browse_as, session, asked):
    typed = {"decision": "REQUESTED", "judge_opinion_on": ago(2).isoformat()}

    browse_as(ManagerFactory()).post(
        "directory.decide_accreditation", typed, accreditation_id=asked.id
    )

    assert (asked.status, asked.judge_opinion_on) == (S.REQUESTED, ago(2))


@pytest.mark.parametrize(("said", "status"), [("GRANTED", S.GRANTED), ("REFUSED", S.REFUSED)])
def test_with_both_opinions_it_is_decided(browse_as, session, asked, said, status):
    opinions = {
        "prosecutor_opinion_on": ago(4).isoformat(),
        "judge_opinion_on": ago(2).isoformat(),
    }
    manager = browse_as(ManagerFactory())

    manager.post(
        "directory.decide_accreditation",
        decision(decision=said) | opinions,
        accreditation_id=asked.id,
    )

    assert (asked.status, asked.decided_on) == (status, today())
    assert (asked.ends_on is not None) == (status is S.GRANTED)


def test_a_month_later_silence_does_not_stop_the_decision(browse_as, session, asked):
    asked.requested_on = ago(31)

    browse_as(ManagerFactory()).post(
        "directory.decide_accreditation", decision(), accreditation_id=asked.id
    )

    assert asked.status is S.GRANTED


def test_one_granted_is_taken_back_once(browse_as, session, owner):
    granted = AccreditationFactory(organization=owner)
    manager = browse_as(ManagerFactory())
    typed = {"withdrawal-withdrawn_on": today().isoformat()}

    first = manager.post("directory.withdraw_accreditation", typed, accreditation_id=granted.id)
    second = manager.post("directory.withdraw_accreditation", typed, accreditation_id=granted.id)

    assert (first.status_code, second.status_code) == (303, 409)
    assert session.get_one(Accreditation, granted.id).status is S.WITHDRAWN
    assert "elle est maintenant « Retirée »" in words(second.text)


def test_a_departement_that_does_not_exist_is_refused(browse_as, session, owner):
    typed = {"kind": "TIG_LOCAL", "department_code": "999", "requested_on": ago(3).isoformat()}

    answer = browse_as(ManagerFactory()).post(
        "directory.create_accreditation_request", typed, organization_id=owner.id
    )

    assert answer.status_code == 422
    assert "comme 69, 2A ou 974" in words(answer.text)
    assert owner.accreditations == []
