"""What a list is: which offers are on it, in which order, and what one does on each row."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from app.network.attention.conditions import Clause
from models.network import OfferState
from search.indexing.tables import offer


class Todo(StrEnum):
    """What one does on a row, right there."""

    HEAR = "hear"
    REPORT = "report"
    EDIT = "edit"
    LOCATE = "locate"
    RENEW = "renew"
    LOOK = "look"


def days_of(moment: Any) -> Clause:
    """Whole days of the calendar, which a link can hold; never comes first."""
    return sa.func.coalesce(sa.cast(moment, sa.Date) - sa.cast("1970-01-01", sa.Date), -1)


def _owner() -> Clause:
    return sa.type_coerce(OfferState.organization_key, sa.Text)


@dataclass(frozen=True)
class Worklist:
    """One list: the offers on it, their order (`rank`, then the offer's id), what one does."""

    code: str
    title: str
    meaning: str
    who: str
    todo: Todo
    condition: Callable[[], Clause]
    rank: Callable[[], Clause] = _owner
    read: Callable[[str], Any] = str
    # Sums are the SPIP's: neither the administrator nor the national reader has this list.
    needs_sum: bool = False
    since: Callable[[], Clause] = lambda: offer.c.created_at
    # What was declared is set against what is counted, and must differ.
    has_gap: bool = False
    # What is said is the host's: the first of its offers in a département stands for them all.
    is_once_a_host: bool = False
    # TIG posts alone can be on it: whoever reads it is told of them, whatever they look after.
    is_of_tig: bool = False
