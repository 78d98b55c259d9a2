"""Reads of favourites and notes: those of the account's units, in a fixed number of queries."""

from collections.abc import Collection

from sqlalchemy import Select

from app.access import SPIP, visible_favourites, visible_notes
from models.account import Account, Unit
from models.saved import Favourite, UnitNote


def latest(account: Account) -> Select[Favourite]:
    """The favourites of its units, the last added first."""
    favourites = visible_favourites(account)
    return favourites.order_by(Favourite.added_at.desc(), Favourite.unit_id, Favourite.offer_id)


def notes_on(account: Account, offer_ids: Collection[int]) -> Select[UnitNote]:
    """What its units noted of these offers, the last first."""
    notes = visible_notes(account).where(UnitNote.offer_id.in_(offer_ids))
    return notes.order_by(UnitNote.written_at.desc(), UnitNote.id.desc())


def units(account: Account) -> list[Unit]:
    """The units for which it keeps favourites, already read with the account."""
    mine = {one.unit_id: one.unit for one in account.memberships if one.role in SPIP and one.unit}
    return sorted(mine.values(), key=lambda unit: unit.name)
