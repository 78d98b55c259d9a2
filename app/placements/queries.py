"""Reads of requests and stays for their own unit."""

from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import selectinload

from app.access import visible_orientations, visible_placements
from models.account import Account
from models.orientation import Orientation
from models.placement import Placement


def orientation_of(account: Account, orientation_id: UUID) -> Select[Orientation]:
    """One request, with what its page shows."""
    return (
        visible_orientations(account)
        .where(Orientation.id == orientation_id)
        .options(
            selectinload(Orientation.events),
            selectinload(Orientation.lifts),
            selectinload(Orientation.disclosures),
        )
    )


def placement_of(account: Account, placement_id: UUID) -> Select[Placement]:
    """One stay, with what its page shows."""
    return (
        visible_placements(account)
        .where(Placement.id == placement_id)
        .options(selectinload(Placement.events), selectinload(Placement.sessions))
    )
