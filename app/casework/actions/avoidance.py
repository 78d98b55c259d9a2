"""Verbs on what a plan must avoid: contacts and zones."""

from geoalchemy2.shape import from_shape
from shapely import Polygon
from sqlalchemy.orm import Session

from app.casework.zones import disguise
from models.codes.offer import ContactFlag
from models.codes.people import ConstraintKind
from models.plan import Constraint, ReleasePlan


def avoid(session: Session, plan: ReleasePlan, flag: ContactFlag) -> None:
    """Keep the plan away from posts and places that involve this; said twice is said once."""
    if any(constraint.flag is flag for constraint in plan.constraints):
        return
    kind = ConstraintKind.AVOID
    session.add(Constraint(unit_id=plan.unit_id, plan=plan, kind=kind, flag=flag))
    session.flush()


def stop_avoiding(session: Session, plan: ReleasePlan, flag: ContactFlag) -> None:
    """What had to be avoided no longer has to be."""
    for constraint in [known for known in plan.constraints if known.flag is flag]:
        plan.constraints.remove(constraint)
        session.delete(constraint)


def forbid_zone(session: Session, plan: ReleasePlan, polygon: Polygon) -> None:
    """Forbid what was drawn, widened and moved so that its centre is nobody's address."""
    zone = from_shape(disguise(polygon), srid=4326)
    kind = ConstraintKind.EXCLUSION_ZONE
    session.add(Constraint(unit_id=plan.unit_id, plan=plan, kind=kind, zone=zone))
    session.flush()


def lift_zone(session: Session, zone: Constraint) -> None:
    """The zone is no longer forbidden."""
    session.delete(zone)
