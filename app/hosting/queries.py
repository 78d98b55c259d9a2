"""Reads of the hours already done, at whichever host."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.follow import WorkSession
from models.orientation import Orientation
from models.person import Measure
from models.placement import Placement
from models.plan import Need


def hours_left(session: Session, measure: Measure | None) -> int | None:
    """Hours ordered less those validated at earlier hosts, rounded up; None without hours."""
    if measure is None or measure.hours_ordered is None:
        return None
    done = session.scalar(
        select(func.coalesce(func.sum(WorkSession.minutes), 0))
        .join(Placement)
        .join(Orientation)
        .join(Need, Need.id == Orientation.need_id)
        .where(Need.measure_id == measure.id, WorkSession.validated_at.is_not(None))
    )
    return max(0, measure.hours_ordered - int(done or 0) // 60)
