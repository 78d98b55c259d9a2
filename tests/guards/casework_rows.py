"""One row in every casework table, all of the same case."""

from typing import Any

from sqlalchemy.orm import Session

from models.base import today
from models.codes.follow import IncidentKind
from models.codes.journey import OrientationStatus, PlacementStatus
from models.codes.offer import ContactFlag
from models.codes.people import ConstraintKind, ExternalSystem, Pillar, Proof
from models.disclosure import Disclosure
from models.follow import FollowUp, Incident
from models.lift import CriterionLift
from models.orientation import OrientationEvent
from models.person import ExternalRef
from models.placement import Placement, PlacementEvent
from models.plan import Constraint, PlanPillar, PlanProof
from tests.factories import PlacementFactory, WorkSessionFactory


def one_row_each(session: Session) -> Placement:
    """A placement with everything a case can have around it."""
    placement: Placement = PlacementFactory()
    WorkSessionFactory(placement=placement)
    session.add_all([*_around_the_plan(placement), *_around_the_stay(placement)])
    session.flush()
    return placement


def _around_the_plan(placement: Placement) -> list[Any]:
    orientation = placement.orientation
    unit_id, plan_id = orientation.unit_id, orientation.plan_id
    return [
        ExternalRef(
            unit_id=unit_id,
            person_id=orientation.person_id,
            system=ExternalSystem.APPI_FILE,
            value="12345",
        ),
        Constraint(
            unit_id=unit_id,
            plan_id=plan_id,
            kind=ConstraintKind.AVOID,
            flag=ContactFlag.MINORS,
        ),
        PlanPillar(unit_id=unit_id, plan_id=plan_id, pillar=Pillar.HOUSING),
        PlanProof(
            unit_id=unit_id, plan_id=plan_id, proof=Proof.PIECE_IDENTITE, obtained_on=today()
        ),
        CriterionLift(
            unit_id=unit_id,
            orientation_id=orientation.id,
            criterion="reach",
            rule_class="PRACTICAL",
            sentence="à 2 km de trop",
            reason="un proche l'accompagne",
            account_id=orientation.requested_by_id,
        ),
    ]


def _around_the_stay(placement: Placement) -> list[Any]:
    shared = {"unit_id": placement.unit_id, "organization_id": placement.organization_id}
    return [
        OrientationEvent(
            **shared,
            orientation_id=placement.orientation_id,
            status=OrientationStatus.CONFIRMED,
            what="Confirmée",
            who="Camille",
        ),
        Disclosure(
            **shared,
            orientation_id=placement.orientation_id,
            field_names=["Nom"],
            content={"Nom": "DURAND"},
            disclosed_by_id=placement.orientation.requested_by_id,
        ),
        PlacementEvent(
            **shared,
            placement_id=placement.id,
            status=PlacementStatus.PLANNED,
            what="Confirmé",
            who="Camille",
        ),
        Incident(
            **shared,
            placement_id=placement.id,
            kind=IncidentKind.RETARDS,
            happened_on=today(),
            description="Retard de dix minutes",
            reported_by="Dominique Roux",
        ),
        FollowUp(unit_id=placement.unit_id, placement_id=placement.id, due_on=today()),
    ]
