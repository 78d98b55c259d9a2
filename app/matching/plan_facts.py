"""Reads a need, its plan and its person into the facts that decisions are made on."""

import datetime as dt
import math

from app.decisions.facts import PlanFacts
from models.codes.offer import Family
from models.codes.people import (
    ConstraintKind,
    EmploymentStatus,
    Mobility,
    Proof,
)
from models.plan import Need, ReleasePlan

# Days a place is kept when the plan does not say how long it is wanted.
STAY_DAYS = {Family.LOGEMENT: 90, Family.EMPLOI_FORMATION: 120, Family.SANTE: 30}
OTHER_STAY_DAYS = 30
CAUTIOUS_HOURS_PER_WEEK = 7


def facts(need: Need, *, today: dt.date, hours: int | None) -> PlanFacts:
    """Everything matching may know, with the hours left to do; neither identity nor offence."""
    plan, person = need.plan, need.plan.person
    kinds = {constraint.kind for constraint in plan.constraints}
    measure = need.measure
    return PlanFacts(
        as_of=today,
        family=need.family,
        kinds=frozenset(need.kinds),
        earliest=max(plan.earliest_on, today),
        latest=max(plan.latest_on, today),
        departement=person.unit.department_code,
        measures=frozenset({measure.type}) if measure else frozenset(),
        stay_days=need.stay_days,
        hours=hours,
        enforceable_on=measure.enforceable_on if measure else None,
        suspended_days=measure.suspended_days if measure else 0,
        age=person.age_on(plan.earliest_on),
        sex=person.sex,
        household=person.household,
        has_animal=person.has_animal,
        needs_pmr=person.needs_pmr,
        is_employed=plan.employment is EmploymentStatus.EMPLOYED,
        job_hours_week=plan.job_hours_per_week or None,
        days=frozenset(plan.free_days),
        bands=frozenset(plan.free_bands),
        mobility=plan.mobility,
        radius_km=need.radius_km,
        max_travel_min=need.max_travel_min,
        may_drive=plan.can_drive,
        wears_tag=plan.has_tag,
        has_owner_agreement=_has_owner_agreement(plan),
        avoided=frozenset(one.flag for one in plan.constraints if one.flag is not None),
        driving_is_banned=plan.mobility is Mobility.SUSPENDED_LICENCE,
        has_exclusion_zones=ConstraintKind.EXCLUSION_ZONE in kinds,
        has_inclusion_zones=ConstraintKind.INCLUSION_ZONE in kinds,
    )


def days_wanted(plan: PlanFacts) -> tuple[dt.date, dt.date]:
    """The days to look at in a lot: from the earliest start to the latest end, both included."""
    if plan.family is Family.TIG and plan.hours:
        stay = math.ceil(plan.hours / CAUTIOUS_HOURS_PER_WEEK) * 7
    else:
        stay = plan.stay_days or STAY_DAYS.get(plan.family, OTHER_STAY_DAYS)
    return plan.earliest, plan.latest + dt.timedelta(days=stay - 1)


def _has_owner_agreement(plan: ReleasePlan) -> bool:
    return any(proof.proof is Proof.ACCORD_ECRIT_PROPRIETAIRE_DDSE for proof in plan.proofs)
