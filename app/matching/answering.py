"""How partners answered our requests."""

import datetime as dt

from sqlalchemy import any_, case, func, select
from sqlalchemy.orm import Session

from app.matching.reaching import keys
from models.base import now
from models.codes.journey import OrientationStatus
from models.orientation import Orientation


def answering(session: Session, organization_ids: set[int]) -> dict[int, tuple[float, int]]:
    """By organization: share of our requests of a year answered, and requests of 90 days."""
    answered = case((Orientation.status == OrientationStatus.EXPIRED, 0), else_=1)
    recent = case((Orientation.sent_at > now() - dt.timedelta(days=90), 1), else_=0)
    rows = session.execute(
        select(Orientation.organization_id, func.avg(answered), func.sum(recent))
        .where(
            Orientation.organization_id == any_(keys(organization_ids)),
            Orientation.sent_at > now() - dt.timedelta(days=365),
        )
        .group_by(Orientation.organization_id)
    )
    return {key: (float(rate), int(load)) for key, rate, load in rows}
