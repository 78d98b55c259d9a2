"""Where a page of the table starts: the last offer shown and what it was sorted by."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from app.keys import key
from app.network.sorting import Sort
from models.network import OfferState
from search.network.filters import Clause

LONGEST = 200


class Key(NamedTuple):
    """The value an offer is sorted by, and its id."""

    value: Any
    offer_id: int


def written(last: Key) -> str:
    """The key as a link holds it."""
    value = last.value
    said = value.isoformat() if hasattr(value, "isoformat") else value
    return str(last.offer_id) if said is None else f"{last.offer_id}.{said}"


def parse(text: str | None, sort: Sort) -> Key | None:
    """The key a link holds; one that was tampered with leads to the first page."""
    if not text or len(text) > LONGEST or "\x00" in text:
        return None
    number, dot, said = text.partition(".")
    try:
        return Key(sort.read(said) if dot else None, key(int(number)))
    except ValueError:
        return None


def past(last: Key, sort: Sort, *, is_down: bool) -> Clause:
    """What comes after this offer; those of which nothing is said come last, either way."""
    column, offer_id = sort.column, OfferState.offer_id
    if last.value is None:
        return sa.and_(column.is_(None), offer_id > last.offer_id)
    if not is_down and not sort.can_be_empty:
        return sa.tuple_(column, offer_id) > sa.tuple_(sa.literal(last.value), last.offer_id)
    further = column < last.value if is_down else column > last.value
    same = sa.and_(column == last.value, offer_id > last.offer_id)
    return sa.or_(further, same, *([column.is_(None)] if sort.can_be_empty else []))


def before(first: Key, sort: Sort, *, is_down: bool) -> Clause:
    """What comes before this offer; those of which something is said come first, either way."""
    column, offer_id = sort.column, OfferState.offer_id
    if first.value is None:
        return sa.or_(column.is_not(None), sa.and_(column.is_(None), offer_id < first.offer_id))
    if not is_down and not sort.can_be_empty:
        return sa.tuple_(column, offer_id) < sa.tuple_(sa.literal(first.value), first.offer_id)
    closer = column > first.value if is_down else column < first.value
    return sa.or_(closer, sa.and_(column == first.value, offer_id < first.offer_id))
