"""Verbs on release plans, their pillars and proofs."""

import datetime as dt
from collections.abc import Sequence
from typing import Required, TypedDict, Unpack

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


class PlanTerms(TypedDict, total=False):
    """Where and when somebody will live, how they move and when they are free."""

    earliest_on: Required[dt.date]
    latest_on: Required[dt.date]
    home_insee: Required[str]
    home: tuple[float, float] | None
    mobility: Required[Mobility]
    employment: Required[EmploymentStatus]
    job_hours_per_week: int
    free_days: Sequence[Weekday]
    free_bands: Sequence[Band]
    has_tag: bool
    can_drive: bool
    is_medical_exam_asked: bool


def open_plan(
    session: Session, person: SupervisedPerson, **terms: Unpack[PlanTerms]
) -> ReleasePlan:
    """Start preparing where and when the person will live, with every pillar to begin."""
    plan = ReleasePlan(unit_id=person.unit_id, person=person, status=PlanStatus.OPEN)
    revise_plan(plan, **terms)
    plan.pillars = [PlanPillar(unit_id=plan.unit_id, pillar=pillar) for pillar in Pillar]
    session.add(plan)
    session.flush()
    return plan


def revise_plan(plan: ReleasePlan, **terms: Unpack[PlanTerms]) -> None:
    """Write the plan as it is today; a home not clicked on the map is that of its commune."""
    home = terms.pop("home", None)
    for name, value in terms.items():
        setattr(plan, name, value)
    plan.home_point = None if home is None else rounded_point(*home)


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
