"""The job that frees holds whose time is over."""

from typing import cast

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from app.worker.schedule import scheduled
from models.base import now
from models.capacity import PlaceClaim
from models.codes.claims import ClaimState


@scheduled("* * * * *")
def expire_holds(session: Session) -> int:
    """Move from held to expired, all at once, the holds whose time is over.

    The guard already counts them for nothing.
    """
    lapsed = update(PlaceClaim).where(
        PlaceClaim.state == ClaimState.HELD, PlaceClaim.expires_at <= now()
    )
    done = session.execute(lapsed.values(state=ClaimState.EXPIRED, ended_at=now()))
    return cast(CursorResult[tuple[()]], done).rowcount
