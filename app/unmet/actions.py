"""Adds one to a counter, on a short transaction of its own, as the audit log does."""

import datetime as dt

from sqlalchemy.dialects.postgresql import insert

from app.extensions import db
from models.network_days import UnmetSearch


def count(day: dt.date, insee_code: str, family: str, type_code: str, term: str) -> None:
    """One more search of that day found nothing; it survives a request that fails."""
    key = {
        "day": day,
        "insee_code": insee_code,
        "family": family,
        "type_code": type_code,
        "term": term,
    }
    first = insert(UnmetSearch).values(**key, searches=1)
    more = first.on_conflict_do_update(
        index_elements=list(key), set_={"searches": UnmetSearch.searches + 1}
    )
    with db.engine.begin() as connection:
        connection.execute(more)


def monday(day: dt.date) -> dt.date:
    """The week of a day: a matching is about one person, whose day is not to be told."""
    return day - dt.timedelta(days=day.weekday())
