"""Verbs on release plans, their pillars and proofs."""

import datetime as dt
from collections.abc import Sequence

from geoalchemy2 import WKBElement
from geoalchemy2.shape import from_shape
from shapely import Point
from sqlalchemy.orm import Session

from models.base import now
from models.codes.offer import Band, Weekday
from models.codes.people import (
    EmploymentStatus,
    Mobility,
    Pillar,
    PillarStatus,
    PlanStatus,
    Proof,
)
from models.person import SupervisedPerson
from models.plan import PlanPillar, PlanProof, ReleasePlan

DECIMALS = 3  # a thousandth of a degree is 111 m at most


def open_plan(
    session: Session,
    person: SupervisedPerson,
    *,
    earliest_on: dt.date,
    latest_on: dt.date,
    home_insee: str,
    home: tuple[float, float] | None = None,
    mobility: Mobility,
    employment: EmploymentStatus,
    job_hours_per_week: int = 0,
    free_days: Sequence[Weekday] = (),
    free_bands: Sequence[Band] = (),
    has_tag: bool = False,
    can_drive: bool = False,
    is_medical_exam_asked: bool = False,
) -> ReleasePlan:
    """Start preparing where and when the person will live, with every pillar to begin."""
    plan = ReleasePlan(unit_id=person.unit_id, person=person, status=PlanStatus.OPEN)
    revise_plan(
        plan,
        earliest_on=earliest_on,
        latest_on=latest_on,
        home_insee=home_insee,
        home=home,
        mobility=mobility,
        employment=employment,
        job_hours_per_week=job_hours_per_week,
        free_days=free_days,
        free_bands=free_bands,
        has_tag=has_tag,
        can_drive=can_drive,
        is_medical_exam_asked=is_medical_exam_asked,
    )
    plan.pillars = [PlanPillar(unit_id=plan.unit_id, pillar=pillar) for pillar in Pillar]
    session.add(plan)
    session.flush()
    return plan


def revise_plan(
    plan: ReleasePlan,
    *,
    earliest_on: dt.date,
    latest_on: dt.date,
    home_insee: str,
    home: tuple[float, float] | None,
    mobility: Mobility,
    employment: EmploymentStatus,
    job_hours_per_week: int,
    free_days: Sequence[Weekday],
    free_bands: Sequence[Band],
    has_tag: bool,
    can_drive: bool,
    is_medical_exam_asked: bool,
) -> None:
    """Write the plan as it is today."""
    plan.earliest_on = earliest_on
    plan.latest_on = latest_on
    plan.home_insee = home_insee
    plan.home_point = None if home is None else rounded_point(*home)
    plan.mobility = mobility
    plan.employment = employment
    plan.job_hours_per_week = job_hours_per_week
    plan.free_days = list(free_days)
    plan.free_bands = list(free_bands)
    plan.has_tag = has_tag
    plan.can_drive = can_drive
    plan.is_medical_exam_asked = is_medical_exam_asked


def rounded_point(lon: float, lat: float) -> WKBElement:
    """A home to within 100 m: nobody needs the door, and nobody must find it (design §5)."""
    return from_shape(Point(round(lon, DECIMALS), round(lat, DECIMALS)), srid=4326)


def prove(session: Session, plan: ReleasePlan, proof: Proof, *, obtained_on: dt.date) -> None:
    """Note that a document was obtained; said twice, the last day counts."""
    kept = next((known for known in plan.proofs if known.proof is proof), None)
    if kept is None:
        kept = PlanProof(unit_id=plan.unit_id, plan_id=plan.id, proof=proof)
        plan.proofs.append(kept)
    kept.obtained_on = obtained_on
    session.flush()


def unprove(plan: ReleasePlan, proof: Proof) -> None:
    """The document was noted by mistake."""
    plan.proofs[:] = [known for known in plan.proofs if known.proof is not proof]


def move_pillar(plan: ReleasePlan, pillar: Pillar, status: PillarStatus) -> None:
    """Say how far one pillar has come."""
    kept = next((line for line in plan.pillars if line.pillar is pillar), None)
    if kept is None:
        kept = PlanPillar(unit_id=plan.unit_id, pillar=pillar)
        plan.pillars.append(kept)
    kept.status = status


def close_plan(plan: ReleasePlan) -> None:
    """Work on this plan is over; its history stays."""
    plan.status = PlanStatus.CLOSED
    plan.closed_at = now()
