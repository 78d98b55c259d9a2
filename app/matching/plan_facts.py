"""Reads a need, its plan and its person into the facts that decisions are made on."""

import datetime as dt
import math
from typing import Any

from app.decisions.facts import PlanFacts
from models.codes.offer import Family
from models.codes.people import ConstraintKind, EmploymentStatus, Mobility, Proof
from models.person import Measure, SupervisedPerson
from models.plan import Need, ReleasePlan

# Days a place is kept when the plan does not say how long it is wanted.
STAY_DAYS = {Family.LOGEMENT: 90, Family.EMPLOI_FORMATION: 120, Family.SANTE: 30}
OTHER_STAY_DAYS = 30
CAUTIOUS_HOURS_PER_WEEK = 7


def facts(need: Need, *, today: dt.date, hours: int | None) -> PlanFacts:
    """Everything matching may know, with the hours left to do; neither identity nor offence."""
    plan = need.plan
    return PlanFacts(
        as_of=today,
        family=need.family,
        kinds=frozenset(need.kinds),
        earliest=max(plan.earliest_on, today),
        latest=max(plan.latest_on, today),
        departement=plan.person.unit.department_code,
        stay_days=need.stay_days,
        hours=hours,
        radius_km=need.radius_km,
        max_travel_min=need.max_travel_min,
        **(_of_the_sentence(need.measure) if need.measure else {}),
        **_of_the_person(plan.person, plan.earliest_on),
        **_of_their_days(plan),
        **_to_avoid(plan),
    )


def _of_the_sentence(measure: Measure) -> dict[str, Any]:
    return {
        "measures": frozenset({measure.type}),
        "enforceable_on": measure.enforceable_on,
        "suspended_days": measure.suspended_days,
    }


def _of_the_person(person: SupervisedPerson, on: dt.date) -> dict[str, Any]:
    return {
        "age": person.age_on(on),
        "sex": person.sex,
        "household": person.household,
        "has_animal": person.has_animal,
        "needs_pmr": person.needs_pmr,
    }


def _of_their_days(plan: ReleasePlan) -> dict[str, Any]:
    """Work, free days, and how they move about."""
    return {
        "is_employed": plan.employment is EmploymentStatus.EMPLOYED,
        "job_hours_week": plan.job_hours_per_week or None,
        "days": frozenset(plan.free_days),
        "bands": frozenset(plan.free_bands),
        "mobility": plan.mobility,
        "may_drive": plan.can_drive,
        "wears_tag": plan.has_tag,
        "has_owner_agreement": _has_owner_agreement(plan),
    }


def _to_avoid(plan: ReleasePlan) -> dict[str, Any]:
    kinds = {constraint.kind for constraint in plan.constraints}
    return {
        "avoided": frozenset(one.flag for one in plan.constraints if one.flag is not None),
        "driving_is_banned": plan.mobility is Mobility.SUSPENDED_LICENCE,
        "has_exclusion_zones": ConstraintKind.EXCLUSION_ZONE in kinds,
        "has_inclusion_zones": ConstraintKind.INCLUSION_ZONE in kinds,
    }


def days_wanted(plan: PlanFacts) -> tuple[dt.date, dt.date]:
    """The days to look at in a lot: from the earliest start to the latest end, both included."""
    if plan.family is Family.TIG and plan.hours:
        stay = math.ceil(plan.hours / CAUTIOUS_HOURS_PER_WEEK) * 7
    else:
        stay = plan.stay_days or STAY_DAYS.get(plan.family, OTHER_STAY_DAYS)
    return plan.earliest, plan.latest + dt.timedelta(days=stay - 1)


def _has_owner_agreement(plan: ReleasePlan) -> bool:
    return any(proof.proof is Proof.ACCORD_ECRIT_PROPRIETAIRE_DDSE for proof in plan.proofs)
