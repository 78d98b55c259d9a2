"""Jobs on requests and stays: requests whose hold lapsed, stays that last beyond their end."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.placements.actions.lapse import expire, note_overdue
from app.worker.schedule import scheduled
from models.base import today
from models.capacity import PlaceClaim
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus
from models.orientation import Orientation
from models.placement import Placement

WAITING = (
    OrientationStatus.DRAFT,
    OrientationStatus.SENT,
    OrientationStatus.WAITLISTED,
    OrientationStatus.ACCEPTED,
)


@scheduled("* * * * *")
def close_lapsed_requests(session: Session) -> int:
    """Close each request whose hold has expired, whoever noticed it first, and tell both sides."""
    stranded = session.scalars(
        select(Orientation)
        .join(Orientation.claim)
        .where(PlaceClaim.state == ClaimState.EXPIRED, Orientation.status.in_(WAITING))
        .order_by(Orientation.id)
        .with_for_update(of=Orientation, skip_locked=True)
    ).unique()
    return len([expire(session, orientation) for orientation in stranded])


@scheduled("5 * * * *")
def extend_overdue_stays(session: Session) -> int:
    """Count one day more for each stay beyond its planned end; tell both sides once."""
    overdue = session.execute(
        select(PlaceClaim, Placement)
        .join(Orientation, Orientation.claim_id == PlaceClaim.id)
        .join(Placement, Placement.orientation_id == Orientation.id)
        .where(
            PlaceClaim.state == ClaimState.TAKEN,
            func.upper(PlaceClaim.during) <= today(),
            PlaceClaim.overdue_noted_on.is_distinct_from(today()),
        )
        .order_by(PlaceClaim.lot_id, PlaceClaim.id)
        .with_for_update(of=PlaceClaim, skip_locked=True)
    ).unique()
    return len([note_overdue(session, claim, placement) for claim, placement in overdue])
