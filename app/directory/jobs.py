"""The job that notes, each night, the accreditations whose last day is past."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.directory.actions import expire_accreditation
from app.worker.schedule import scheduled
from models.accreditation import Accreditation
from models.base import today
from models.codes.organization import AccreditationStatus


@scheduled("20 1 * * *")
def expire_accreditations(session: Session) -> int:
    """Move from granted to expired; the rules of matching look at the days themselves."""
    over = session.scalars(
        select(Accreditation)
        .where(Accreditation.status == AccreditationStatus.GRANTED, Accreditation.ends_on < today())
        .order_by(Accreditation.id)
        .with_for_update(skip_locked=True)
    ).all()
    for granted in over:
        expire_accreditation(granted)
    return len(over)
