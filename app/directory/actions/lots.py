"""Verbs on lots of places; their number changes through app.claims.reports.set_places."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.capacity import CapacityReport, PlaceClaim, PlaceLot
from models.codes.claims import Sharing
from models.codes.offer import Gender, Household, Weekday
from models.offer import Offer


class LotInUse(Exception):
    """Claims, live or past, refer to the lot: it can be emptied, never removed."""


class LotTerms(TypedDict, total=False):
    """What is said of a lot, beside its number of places."""

    label: str
    gender: Gender
    is_for_minors: bool
    households: Sequence[Household]
    days: Sequence[Weekday]


def add_lot(
    session: Session,
    offer: Offer,
    *,
    places: int,
    sharing: Sharing = Sharing.DEDICATED,
    **terms: Unpack[LotTerms],
) -> PlaceLot:
    """A lot; a dedicated one is all open, a shared one grants nothing until somebody reports."""
    said: LotTerms = {"label": "Tous publics", **terms}
    is_open = places if sharing is Sharing.DEDICATED else 0
    lot = PlaceLot(offer=offer, places=places, open=is_open, sharing=sharing, **said)
    session.add(lot)
    session.flush()
    return lot


def correct_lot(lot: PlaceLot, **terms: Unpack[LotTerms]) -> None:
    """Say for whom and on which days it is now."""
    for name, value in terms.items():
        setattr(lot, name, value)


def share(lot: PlaceLot, sharing: Sharing) -> None:
    """Reserve the lot to the network, or share it; what it grants follows."""
    lot.sharing = sharing
    if sharing is Sharing.DEDICATED:
        lot.open = lot.places


def remove_lot(session: Session, lot: PlaceLot) -> None:
    """Remove a lot that was never claimed; raises `LotInUse`."""
    is_claimed = sa.select(sa.exists().where(PlaceClaim.lot_id == lot.id))
    is_reported = sa.select(sa.exists().where(CapacityReport.lot_id == lot.id))
    if session.scalar(is_claimed) or session.scalar(is_reported):
        raise LotInUse
    session.delete(lot)
    session.flush()
