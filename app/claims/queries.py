"""Reads of lots and claims that several capabilities share."""

import sqlalchemy as sa
from sqlalchemy import Select, func, select

from models.capacity import LIVE_STATES, PlaceClaim

DAYS = func.directory.claim_days(
    sa.cast(PlaceClaim.state, sa.Text), PlaceClaim.during, PlaceClaim.expires_at
)


def live_claims(*lot_ids: int) -> Select[PlaceClaim]:
    """The claims of these lots that count now: unexpired holds, and stays that have not ended."""
    live = PlaceClaim.state.in_(LIVE_STATES) & ~func.isempty(DAYS)
    return (
        select(PlaceClaim)
        .where(PlaceClaim.lot_id.in_(lot_ids), live)
        .order_by(func.lower(PlaceClaim.during), PlaceClaim.id)
    )
