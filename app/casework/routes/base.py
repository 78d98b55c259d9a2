"""The blueprint, and the two ways in: a person, a plan; both audited, both 404 when unseen."""

from typing import Any
from uuid import UUID

from flask import Blueprint, request
from sqlalchemy import Select

from app.access import Act, oversees, visible_people, visible_plans
from app.audit.actions import record
from app.casework.queries import files
from app.gate import current_account, one_or_404, require
from models.codes.access import Operation
from models.person import SupervisedPerson
from models.plan import ReleasePlan

blueprint = Blueprint("casework", __name__)
WHOLE_UNIT = "unite"


def is_whole_unit() -> bool:
    """« Toute l'unité »: asked for, or at once for a manager, who follows nobody personally."""
    asked = request.args.get("de")
    return asked == WHOLE_UNIT if asked else oversees(current_account())


def load_person(person_id: UUID, *, reason: str, lock: bool = False) -> SupervisedPerson:
    """Somebody of the account's units."""
    require(Act.WORK_ON_CASES)
    query: Select[Any] = visible_people(current_account()).where(SupervisedPerson.id == person_id)
    query = files.with_measures(query)
    person: SupervisedPerson = one_or_404(
        query.with_for_update(of=SupervisedPerson) if lock else query
    )
    require(Act.FOLLOW_CASE, person)
    consult(person.id, reason)
    return person


def load_plan(plan_id: UUID, *, reason: str, lock: bool = False) -> ReleasePlan:
    """A plan of the account's units, open or closed."""
    require(Act.WORK_ON_CASES)
    visible: Select[Any] = visible_plans(current_account())
    query = files.with_parts(visible.where(ReleasePlan.id == plan_id))
    query = query.with_for_update(of=ReleasePlan) if lock else query
    plan: ReleasePlan = one_or_404(query)
    require(Act.FOLLOW_CASE, plan)
    consult(plan.person_id, reason)
    return plan


def consult(person_id: UUID, reason: str) -> None:
    """Every reading of a file leaves a line (RULE-DP-03)."""
    audit(Operation.CONSULT, person_id, reason)


def collect(person_id: UUID, reason: str) -> None:
    """So does every new piece of it."""
    audit(Operation.COLLECT, person_id, reason)


def modify(person_id: UUID, reason: str) -> None:
    """And every change."""
    audit(Operation.MODIFY, person_id, reason)


def audit(operation: Operation, person_id: UUID, reason: str) -> None:
    """One line of the log about one person."""
    record(operation, subject_kind="supervised_person", subject_id=person_id, reason=reason)
