"""The pages of the table: ids in order on the copies alone, where the next and previous start."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network.keys import Key, before, past
from app.network.keys import written as key_of
from app.network.sorting import Order, Sort, sorts
from models.network import OfferState
from search.network.filters import NetworkFilter, conditions

SIZE = 50


@dataclass(frozen=True)
class Place:
    """The ids of one page, and the keys of the pages around it.

    The page before is the first one when it has no key.
    """

    ids: list[int]
    next_key: str | None
    has_previous: bool
    previous_key: str | None


def place(
    session: Session, asked: NetworkFilter, order: Order, after: Key | None, *, with_over: bool
) -> Place:
    """Where one page stands: a query on narrow rows, and one more past the first page."""
    sort = sorts(with_over=with_over)[order.name]
    chosen = ordered(asked, order, sort, with_over=with_over)
    if after is not None:
        chosen = chosen.where(past(after, sort, is_down=order.is_down))
    found = _keys(session, chosen)
    earlier = _earlier(session, asked, order, sort, after, with_over=with_over) if after else []
    return Place(
        [one.offer_id for one in found[:SIZE]],
        key_of(found[SIZE - 1]) if len(found) > SIZE else None,
        after is not None,
        key_of(earlier[SIZE]) if len(earlier) > SIZE else None,
    )


def ordered(
    asked: NetworkFilter, order: Order, sort: Sort, *, with_over: bool, backwards: bool = False
) -> sa.Select[Any]:
    """The ids of the offers asked for with what they are sorted by; from the end, backwards."""
    column = sort.column.desc() if order.is_down != backwards else sort.column.asc()
    if sort.can_be_empty:
        column = column.nulls_first() if backwards else column.nulls_last()
    last = OfferState.offer_id.desc() if backwards else OfferState.offer_id
    chosen = sa.select(OfferState.offer_id, sort.column.label("value"))
    return chosen.where(*conditions(asked, with_over=with_over)).order_by(column, last)


def _earlier(
    session: Session,
    asked: NetworkFilter,
    order: Order,
    sort: Sort,
    after: Key,
    *,
    with_over: bool,
) -> list[Key]:
    """The key a page follows, then those before it, the closest first."""
    chosen = ordered(asked, order, sort, with_over=with_over, backwards=True)
    return [after, *_keys(session, chosen.where(before(after, sort, is_down=order.is_down)))]


def _keys(session: Session, chosen: sa.Select[Any]) -> list[Key]:
    return [Key(row.value, row.offer_id) for row in session.execute(chosen.limit(SIZE + 1))]
