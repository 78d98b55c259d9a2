"""What the worker does, and that it is really scheduled (design §11, mistake 11)."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import blueprints
from app.accounts.job_names import JOB_NAMES
from app.claims.jobs import expire_holds
from app.directory.jobs import expire_accreditations
from app.mail.jobs import deliver
from app.placements.jobs import close_lapsed_requests, extend_overdue_stays
from app.worker.schedule import jobs
from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, PlacementStatus
from models.mail import OutgoingMail
from tests.factories import (
    AccreditationFactory,
    ClaimFactory,
    OrientationFactory,
    PartnerFactory,
    PlacementFactory,
)


@pytest.fixture
def as_worker(session, connection):
    """Runs a job as the worker's role, in the test's transaction."""

    def run(job):
        session.flush()
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        try:
            return job(session)
        finally:
            session.flush()
            connection.exec_driver_sql("RESET ROLE")

    return run


def test_every_job_is_scheduled():
    blueprints.load_jobs(has_casework=True)

    names = {periodic.task.name for periodic in jobs.periodic_registry.periodic_tasks.values()}

    assert names == {
        "app.claims.jobs.expire_holds",
        "app.directory.jobs.expire_accreditations",
        "app.duplicates.jobs.propose_duplicates",
        "app.imports.jobs.go_on",
        "app.mail.jobs.deliver",
        "app.network.jobs.begin_day",
        "app.network.jobs.follow_changes",
        "app.placements.jobs.close_lapsed_requests",
        "app.placements.jobs.extend_overdue_stays",
        "app.saved.jobs.forget",
        "app.saved.jobs.look_again",
        "app.saved.jobs.tell",
        "app.searching.jobs.copy_changes",
        "app.searching.jobs.follow_vocabulary",
    }
    assert names == set(JOB_NAMES)


def test_an_accreditation_whose_last_day_is_past_is_marked_expired(session, as_worker):
    over = AccreditationFactory(ends_on=today() - dt.timedelta(days=1))
    last_day = AccreditationFactory(ends_on=today())

    assert as_worker(expire_accreditations) == 1

    assert (over.status, last_day.status) == ("EXPIRED", "GRANTED")


def test_a_hold_whose_time_is_over_is_marked_expired(session, as_worker):
    claim = ClaimFactory(expires_at=now() - dt.timedelta(minutes=1))
    other = ClaimFactory()

    assert as_worker(expire_holds) == 1

    session.refresh(claim)
    session.refresh(other)
    assert (claim.state, other.state) == (ClaimState.EXPIRED, ClaimState.HELD)


def test_an_accepted_request_whose_hold_lapsed_is_closed_and_both_sides_are_told(
    session, as_worker
):
    orientation = OrientationFactory(status=OrientationStatus.ACCEPTED)
    partner = PartnerFactory(organization=orientation.organization)
    orientation.claim.expires_at = now() - dt.timedelta(minutes=1)
    as_worker(expire_holds)

    as_worker(close_lapsed_requests)

    session.refresh(orientation)
    assert orientation.status is OrientationStatus.EXPIRED
    told = set(session.scalars(select(OutgoingMail.recipient)))
    assert told == {orientation.requested_by.email, partner.email}


def test_a_cancelled_request_is_never_reminded(session, as_worker):
    orientation = OrientationFactory(
        status=OrientationStatus.CANCELLED, closed_at=now(), claim_state=ClaimState.HELD
    )
    orientation.claim.expires_at = now() - dt.timedelta(minutes=1)
    as_worker(expire_holds)

    assert as_worker(close_lapsed_requests) == 0
    assert session.scalars(select(OutgoingMail)).all() == []


def test_an_overdue_stay_is_told_once_and_counted_each_day(session, as_worker):
    placement = PlacementFactory(
        status=PlacementStatus.STARTED, started_on=today() - dt.timedelta(days=40)
    )
    claim = placement.orientation.claim
    claim.during = claim.during.__class__(
        today() - dt.timedelta(days=40), today() - dt.timedelta(days=2)
    )

    assert as_worker(extend_overdue_stays) == 1
    assert as_worker(extend_overdue_stays) == 0

    assert [event.what for event in placement.events] == ["Se poursuit au-delà de la date prévue"]
    assert claim.overdue_noted_on == today()


def test_without_a_relay_mail_lands_in_the_local_mailbox(app, session, as_worker):
    session.add(OutgoingMail(recipient="a@exemple.fr", subject="Bonjour", body="…"))

    with app.app_context():
        assert as_worker(deliver) == 1

    assert session.scalars(select(OutgoingMail)).one().sent_at is not None
