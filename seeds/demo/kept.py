"""What counsellors keep of the directory: searches, favourites of their unit, notes."""

import datetime as dt
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.favourites import actions
from models.account import Account
from models.base import now
from models.saved import SavedSearch
from seeds.demo import accounts
from seeds.demo.people import offer_at
from seeds.demo.reading import read

HOME = "http://localhost:8000/"


def plant_kept(session: Session) -> str:
    """Once for each account, as itself: row security keeps a unit's notes to the unit."""
    planted = 0
    for key, kept in read("kept").items():
        account_id = accounts.known(session)[key].id
        session.commit()
        with acting_as(account_id):
            planted += _plant(session, session.get_one(Account, account_id), kept)
            session.commit()
    return f"{planted} recherches enregistrées, et des favoris" if planted else ""


def _plant(session: Session, account: Account, kept: dict[str, Any]) -> int:
    if session.scalar(select(exists().where(SavedSearch.account_id == account.id))):
        return 0
    session.add_all(_search(account, entry) for entry in kept["searches"])
    unit_id = next(one.unit_id for one in account.memberships if one.unit_id)
    for entry in kept["favourites"]:
        offer = offer_at(session, entry["offer"])
        actions.add(session, offer, unit_id=unit_id, by=account)
        for text in entry.get("notes", ()):
            actions.note(session, offer, unit_id=unit_id, text=text, by=account)
    return len(kept["searches"])


def _search(account: Account, entry: dict[str, Any]) -> SavedSearch:
    """It knew no offer: the worker's first look brings news."""
    yesterday = now() - dt.timedelta(days=1)
    times = {"created_at": yesterday, "seen_at": yesterday, "looked_at": yesterday}
    nothing: dict[str, list[int]] = {"known_ids": [], "free_ids": []}
    return SavedSearch(
        account_id=account.id, is_watched=True, home_url=HOME, **nothing, **times, **entry
    )
