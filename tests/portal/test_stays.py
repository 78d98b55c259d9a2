"""Stays: hours, supervisor, incidents, withdrawal, certificate, and who is expected."""

import datetime as dt

import pytest

from models.base import today
from models.codes.journey import EndReason, PlacementStatus
from models.follow import Incident
from models.mail import OutgoingMail
from tests.factories import PlacementFactory, WorkSessionFactory

DAY = dt.timedelta(days=1)


@pytest.fixture
def stay(partner):
    """A TIG of 105 hours that began ten days ago."""
    return PlacementFactory(
        orientation__lot__offer__site__organization=partner.memberships[0].organization,
        status=PlacementStatus.STARTED,
        started_on=today() - 10 * DAY,
    )


def hours(worked_on, hours="7", minutes="0"):
    return {
        "hours-worked_on": worked_on.isoformat(),
        "hours-hours": hours,
        "hours-minutes": minutes,
    }


def test_a_host_notes_the_hours_of_a_day(browse_as, partner, stay):
    browser = browse_as(partner)

    browser.post("portal.enter_hours", hours(today(), "3", "30"), placement_id=stay.id)

    assert [s.minutes for s in stay.sessions] == [210]
    page = browser.get("portal.placement", placement_id=stay.id)
    assert "3 h 30 notées sur 105 heures, aucune validée" in page
    assert "Ne comptent ni le trajet ni les repas" in page


@pytest.mark.parametrize(
    ("worked_on", "typed", "sentence"),
    [
        (1, "7", "Ce jour n'est pas encore passé."),
        (-11, "7", "L'accueil a commencé plus tard"),
        (0, "13", "de 0 à 12"),
        (0, "0", "Indiquez une durée."),
        (0, "sept", "de 0 à 12"),
        (-1, "6", "12 heures au plus (7 h sont déjà notées ce jour-là)"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_field(
    browse_as, partner, stay, worked_on, typed, sentence
):
    WorkSessionFactory(placement=stay)

    page = browse_as(partner).post(
        "portal.enter_hours", hours(today() + worked_on * DAY, typed), placement_id=stay.id
    )

    assert page.status_code == 422
    assert sentence in page.text.replace("\u00a0", " ").replace("&#39;", "'")
    assert f'value="{typed}"' in page.text
    assert len(stay.sessions) == 1


def test_no_more_hours_than_were_ordered(browse_as, partner, stay):
    stay.hours_ordered = 10
    WorkSessionFactory(placement=stay)

    page = browse_as(partner).post("portal.enter_hours", hours(today(), "4"), placement_id=stay.id)

    assert page.status_code == 422
    assert "il en reste 3 h à noter" in page.text.replace("\u00a0", " ")


def test_hours_not_validated_can_be_taken_back(session, browse_as, partner, stay):
    wrong, right = WorkSessionFactory(placement=stay), WorkSessionFactory(placement=stay)
    right.validated_at, right.validated_by_id = right.entered_at, 1
    browser = browse_as(partner)

    for entered, status in ((wrong, 302), (right, 409)):
        answer = browser.post("portal.remove_hours", placement_id=stay.id, session_id=entered.id)
        assert answer.status_code == status

    assert stay.sessions == [right]


def test_who_did_not_come_and_incidents_are_told_at_once(session, browse_as, partner, stay):
    browser = browse_as(partner)
    told = {"kind": "DANGER_IMMEDIAT", "description": "Outil dangereux", "is_suspended": "y"}
    told["happened_on"] = today().isoformat()

    browser.post("portal.report_absence", placement_id=stay.id)
    browser.post(
        "portal.report_incident",
        {f"incident-{name}": value for name, value in told.items()},
        placement_id=stay.id,
    )

    assert {i.kind for i in session.query(Incident)} == {"ABSENCE_INJUSTIFIEE", "DANGER_IMMEDIAT"}
    assert stay.status is PlacementStatus.SUSPENDED
    assert session.query(OutgoingMail).count() == 2


def test_a_host_names_its_supervisor_and_withdraws(session, browse_as, partner, stay):
    browser = browse_as(partner)

    browser.post("portal.name_supervisor", {"supervisor-name": "Jo Bel"}, placement_id=stay.id)
    browser.post("portal.withdraw", {"withdrawal-reason": "Travaux"}, placement_id=stay.id)

    assert stay.supervisor_name == "Jo Bel"
    assert stay.status is PlacementStatus.SUSPENDED
    assert "Travaux" in [event.note for event in stay.events]


def test_a_certificate_is_dated_within_the_stay(browse_as, partner, stay):
    browser = browse_as(partner)
    for day, status in ((today() + DAY, 422), (today(), 302)):
        answer = browser.post(
            "portal.certify", {"certificate-on": day.isoformat()}, placement_id=stay.id
        )
        assert answer.status_code == status

    assert stay.certificate_on == today()


def test_a_stay_closes_to_its_host_thirty_days_after_its_end(browse_as, partner, stay):
    stay.status, stay.end_reason = PlacementStatus.ENDED, EndReason.INTERRUPTED
    stay.ended_on = today() - 31 * DAY
    browser = browse_as(partner)

    browser.get("portal.placement", placement_id=stay.id, status=404)
    assert "Aucun accueil en cours" in browser.get("portal.hours")
