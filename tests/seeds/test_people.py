"""People, requests and stays of the demonstration: every state, each with its past."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.casework.queries import day, shortlists
from app.portal import queries as portal
from models.account import Account
from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import EndReason, OrientationStatus, Outcome, PlacementStatus
from models.codes.organization import Source
from models.codes.people import ConstraintKind
from models.follow import WorkSession
from models.organization import Organization
from models.orientation import Orientation, OrientationEvent
from models.person import SupervisedPerson
from models.placement import Placement, PlacementEvent
from models.plan import Constraint
from seeds.demo import accounts
from tests.seeds.conftest import count

ALL = select(func.count())


def test_forty_people_in_five_units(everything: Session):
    people = everything.scalars(select(SupervisedPerson)).all()

    assert len(people) == 40
    assert len({person.unit_id for person in people}) == 5
    assert all(person.age_on(today()) >= 18 for person in people)


def test_requests_and_stays_in_every_state(everything: Session):
    ends = set(everything.scalars(select(Placement.end_reason)))
    outcomes = set(everything.scalars(select(Placement.outcome)))

    assert set(everything.scalars(select(Orientation.status))) == set(OrientationStatus)
    assert set(everything.scalars(select(Placement.status))) == set(PlacementStatus)
    assert ends - {None} == set(EndReason)
    assert outcomes >= {Outcome.EXECUTE, Outcome.EXECUTE_PARTIEL, Outcome.LOGEMENT_AUTONOME_SOCIAL}


def test_refusals_are_on_fictional_hosts_only(everything: Session):
    refusing = (
        select(Organization.source)
        .join(Orientation, Orientation.organization_id == Organization.id)
        .where(Orientation.status.in_([OrientationStatus.REFUSED, OrientationStatus.EXPIRED]))
    )

    assert set(everything.scalars(refusing)) == {Source.MANUAL}


def test_an_exclusion_zone(everything: Session):
    zones = ALL.select_from(Constraint).where(Constraint.kind == ConstraintKind.EXCLUSION_ZONE)

    assert count(everything, zones) == 1


@pytest.mark.parametrize(
    "instant",
    [
        Orientation.created_at,
        Orientation.answered_at,
        OrientationEvent.happened_at,
        PlacementEvent.happened_at,
        WorkSession.entered_at,
        WorkSession.validated_at,
    ],
)
def test_the_past_is_past(everything: Session, instant: sa.orm.InstrumentedAttribute[dt.datetime]):
    latest, first = everything.execute(select(func.max(instant), func.min(instant))).one()

    assert latest < now()
    assert (now() - first).days > 60


def test_every_timeline_tells_its_moves_in_order(everything: Session):
    for orientation in everything.scalars(select(Orientation)).unique():
        moments = [event.happened_at for event in orientation.events]

        assert [event.status for event in orientation.events][-1] is orientation.status
        assert moments == sorted(moments)
        assert orientation.created_at <= moments[0]


def test_a_taken_place_for_every_stay_going_on(everything: Session):
    going_on = select(Placement).where(Placement.status != PlacementStatus.ENDED)

    stays = everything.scalars(going_on).unique().all()
    assert stays
    for placement in stays:
        assert placement.orientation.claim.state is ClaimState.TAKEN


def test_something_awaits_the_counsellor_in_each_list(on_the_web: Session):
    counsellor_id = accounts.known(on_the_web)["cpip"].id
    on_the_web.commit()

    with acting_as(counsellor_id):
        mine = shortlists.whose(on_the_web.get_one(Account, counsellor_id), is_whole_unit=False)
        totals = {
            name: shortlists.shortlist(on_the_web, mine(query)).total
            for name, query in day.questions(today()).items()
        }

    assert all(totals.values()), totals


def test_something_awaits_the_partner(on_the_web: Session):
    partner_id = accounts.known(on_the_web)["recyclerie"].id
    on_the_web.commit()

    with acting_as(partner_id):
        partner = on_the_web.get_one(Account, partner_id)
        received = on_the_web.scalars(portal.received(partner)).unique().all()
        hosted = on_the_web.scalars(portal.running(portal.hosted(partner))).unique().all()

    assert {one.status for one in received} >= {OrientationStatus.SENT, OrientationStatus.ACCEPTED}
    assert any(one.validated_at is None for stay in hosted for one in stay.sessions)


def test_one_lot_has_more_people_than_places(everything: Session):
    over = sa.text(
        "SELECT count(*) FROM directory.place_lot WHERE directory.peak_claims("
        "id, datemultirange(daterange(current_date, NULL))) > open"
    )

    assert everything.scalar(over) == 1
