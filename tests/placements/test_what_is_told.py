"""What both sides read of a request and a stay stays true when its days move or it ends."""

import datetime as dt

from app.placements.actions import request
from app.placements.actions.confirm import contact
from app.placements.sheet import sheet
from models.base import today
from models.codes.journey import EndReason, OrientationStatus, PlacementStatus
from models.codes.offer import Band
from models.codes.people import EmploymentStatus
from tests.browsing import words
from tests.factories import OrientationFactory, PlacementFactory

LATER = dt.date(today().year + 1, 3, 10)


def rows(orientation):
    return dict(sheet(orientation, 105)["rows"])


def test_what_the_host_reads_follows_the_days_that_move(session, browse_as):
    asked = OrientationFactory(status=OrientationStatus.DRAFT, sent_at=None)
    officer = asked.requested_by
    request.send(session, asked, by=officer)

    days = {"starts_on": LATER, "ends_on": LATER + dt.timedelta(days=89)}
    request.move_dates(session, asked, by=officer, **days)
    session.flush()

    page = words(browse_as(officer).get("placements.orientation", orientation_id=asked.id))
    read = page[page.index("Ce que la structure lit") : page.index("Historique")]
    assert f"Période du 10 mars au 7 juin {LATER.year}" in read
    assert f"du 10 mars au 7 juin {LATER.year}" in page[page.index("Dates déplacées") :]


def test_moving_the_days_of_a_stay_leads_back_to_the_stay(browse_as):
    stay = PlacementFactory()
    days = {"starts_on": LATER.isoformat(), "ends_on": (LATER + dt.timedelta(days=9)).isoformat()}
    browser = browse_as(stay.orientation.requested_by)

    led = browser.post("placements.move_dates", days, orientation_id=stay.orientation_id)

    assert led.location.endswith(f"/placements/{stay.id}")


def test_a_stay_that_ended_early_says_the_days_it_lasted(session, browse_as):
    stay = PlacementFactory()
    stay.started_on, stay.status = dt.date(2026, 3, 3), PlacementStatus.STARTED
    stay.ended_on, stay.end_reason = dt.date(2026, 3, 17), EndReason.INTERRUPTED
    stay.status = PlacementStatus.ENDED
    session.flush()

    page = browse_as(stay.orientation.requested_by).get("placements.show", placement_id=stay.id)

    assert "du 3 mars au 17 mars" in words(page)


def test_a_stay_that_never_began_keeps_the_days_planned(session):
    stay = PlacementFactory(
        status=PlacementStatus.ENDED, ended_on=today(), end_reason=EndReason.NO_SHOW
    )

    assert (stay.first_day, stay.last_day) == (stay.starts_on, stay.ends_on)


def test_a_host_reads_when_somebody_who_works_can_come(session):
    asked = OrientationFactory(need__plan__employment=EmploymentStatus.EMPLOYED)

    assert rows(asked)["Moments possibles"] == "en soirée et le week-end"


def test_what_the_person_said_of_their_time_is_told_as_it_is(session):
    asked = OrientationFactory(
        need__plan__employment=EmploymentStatus.EMPLOYED, need__plan__free_bands=[Band.EVENING]
    )

    assert rows(asked)["Moments possibles"] == Band.EVENING.label.lower()


def test_the_host_may_call_the_counsellors_unit(session):
    asked = OrientationFactory()
    officer, unit = asked.requested_by, asked.unit
    unit.phone = "+33478000000"

    assert contact(officer, unit).split(", ")[1].split() == ["04", "78", "00", "00", "00"]
    unit.phone = None
    assert contact(officer, unit) == f"{officer.name}, {officer.email}"
