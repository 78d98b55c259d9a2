"""What awaits a counsellor today: five lists, one query each."""

import datetime as dt
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import aliased, contains_eager

from models.base import now
from models.capacity import PlaceClaim
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, PlacementStatus
from models.codes.people import PlanStatus
from models.follow import WorkSession
from models.orientation import Orientation
from models.placement import Placement
from models.plan import Need, ReleasePlan

SOON = dt.timedelta(days=3)
WEEK = dt.timedelta(days=7)
WAITING = (
    OrientationStatus.DRAFT,
    OrientationStatus.SENT,
    OrientationStatus.WAITLISTED,
    OrientationStatus.ACCEPTED,
)
GONE = (OrientationStatus.REFUSED, OrientationStatus.EXPIRED)


def requests() -> Select[Any]:
    """Orientations with the person they are for."""
    joined = select(Orientation).join(Orientation.person)
    return joined.options(contains_eager(Orientation.person))


def stays() -> Select[Any]:
    """Placements with the person who is placed."""
    joined = select(Placement).join(Placement.orientation).join(Orientation.person)
    way = contains_eager(Placement.orientation)
    return joined.options(way.contains_eager(Orientation.person))


def questions(today: dt.date) -> dict[str, Select[Any]]:
    """What the page asks, by name."""
    return {
        "accepted": accepted(),
        "refused": refused(),
        "expiring": expiring(),
        "starting": starting(today),
        "overdue": overdue(today),
        "unsigned": unsigned(),
    }


def accepted() -> Select[Any]:
    """Places the partner granted, which await our confirmation; the oldest answer first."""
    wanted = requests().where(Orientation.status == OrientationStatus.ACCEPTED)
    return wanted.order_by(Orientation.answered_at, Orientation.id)


def refused() -> Select[Any]:
    """Needs of open plans whose last request came to nothing."""
    later = aliased(Orientation)
    is_last = ~exists().where(
        later.need_id == Orientation.need_id,
        later.unit_id == Orientation.unit_id,
        later.created_at > Orientation.created_at,
    )
    wanted = (
        requests()
        .join(Need, Need.id == Orientation.need_id)
        .join(ReleasePlan, ReleasePlan.id == Orientation.plan_id)
        .where(Orientation.status.in_(GONE), is_last, Need.met_at.is_(None))
        .where(ReleasePlan.status == PlanStatus.OPEN)
    )
    return wanted.order_by(Orientation.closed_at.desc(), Orientation.id)


def expiring() -> Select[Any]:
    """Places held that will be given back within three days."""
    wanted = (
        requests()
        .join(PlaceClaim, PlaceClaim.id == Orientation.claim_id)
        .where(PlaceClaim.state == ClaimState.HELD, PlaceClaim.expires_at <= now() + SOON)
        .where(Orientation.status.in_(WAITING))
    )
    return wanted.order_by(PlaceClaim.expires_at, Orientation.id)


def starting(today: dt.date) -> Select[Any]:
    """Placements that should have started, or start within seven days."""
    planned = stays().where(Placement.status == PlacementStatus.PLANNED)
    wanted = planned.where(Placement.starts_on <= today + WEEK)
    return wanted.order_by(Placement.starts_on, Placement.id)


def overdue(today: dt.date) -> Select[Any]:
    """Placements still going on after their planned end."""
    going_on = (PlacementStatus.STARTED, PlacementStatus.SUSPENDED)
    wanted = stays().where(Placement.status.in_(going_on), Placement.ends_on < today)
    return wanted.order_by(Placement.ends_on, Placement.id)


def unsigned() -> Select[Any]:
    """Placements with hours that await validation: their minutes, and the oldest day."""
    pending = (
        select(
            WorkSession.placement_id,
            func.sum(WorkSession.minutes).label("minutes"),
            func.min(WorkSession.worked_on).label("since"),
        )
        .where(WorkSession.validated_at.is_(None))
        .group_by(WorkSession.placement_id)
        .subquery()
    )
    wanted = stays().join(pending, pending.c.placement_id == Placement.id)
    return wanted.add_columns(pending.c.minutes, pending.c.since).order_by(
        pending.c.since, Placement.id
    )
