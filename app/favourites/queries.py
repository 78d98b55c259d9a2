"""Reads of favourites and notes: those of the account's units, in a fixed number of queries."""

from collections.abc import Collection

from sqlalchemy import Select, select

from app.access import SPIP, units_of, visible_favourites, visible_notes
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


def units(account: Account) -> Select[Unit]:
    """The units for which it keeps favourites."""
    return select(Unit).where(Unit.id.in_(units_of(account, SPIP))).order_by(Unit.name)
