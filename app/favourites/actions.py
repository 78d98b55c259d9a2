"""Writes of favourites and notes; none of them commits."""

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models.account import Account
from models.offer import Offer
from models.saved import Favourite, UnitNote

MOST = 200


class TooMany(Exception):
    """A list longer than that is the directory again."""


def add(session: Session, offer: Offer, *, unit_id: int, by: Account) -> None:
    """Put an offer in the favourites of a unit; twice is once."""
    held = select(func.count()).select_from(Favourite).where(Favourite.unit_id == unit_id)
    if (session.scalar(held) or 0) >= MOST:
        raise TooMany
    row = insert(Favourite).values(unit_id=unit_id, offer_id=offer.id, account_id=by.id)
    session.execute(row.on_conflict_do_nothing())


def remove(session: Session, offer_id: int, *, unit_id: int) -> None:
    """Take it out; the unit's notes stay."""
    session.execute(
        delete(Favourite).where(Favourite.unit_id == unit_id, Favourite.offer_id == offer_id)
    )


def note(session: Session, offer: Offer, *, unit_id: int, text: str, by: Account) -> None:
    """Write down something for the unit; the same words twice are one note."""
    same = (UnitNote.unit_id == unit_id, UnitNote.offer_id == offer.id, UnitNote.text == text)
    if session.scalar(select(UnitNote.id).where(*same).limit(1)) is None:
        session.add(UnitNote(unit_id=unit_id, offer_id=offer.id, text=text, account_id=by.id))


def remove_note(session: Session, written: UnitNote) -> None:
    """Nobody of the unit reads it any more."""
    session.execute(delete(UnitNote).where(UnitNote.id == written.id))
