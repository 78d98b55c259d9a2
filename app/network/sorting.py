"""The orders of the table: by any column, the offer's id last, nothing said at the end."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from app.network.kinds import TYPE_LABELS
from models.codes.network import Accredited, Sign
from models.codes.offer import Family
from models.network import OfferState
from search.network.filters import accredited, sign

DEFAULT = "commune"
LARGEST = 2**31


def whole(text: str) -> int:
    """A number the database can compare, or ValueError."""
    number = int(text)
    if abs(number) >= LARGEST:
        raise ValueError(text)
    return number


@dataclass(frozen=True)
class Sort:
    """A column one may sort by; `read` takes back the value that a link holds."""

    column: Any
    read: Callable[[str], Any] = str
    can_be_empty: bool = True


@dataclass(frozen=True)
class Order:
    """A sort, one way or the other."""

    name: str = DEFAULT
    is_down: bool = False

    def __str__(self) -> str:
        return f"-{self.name}" if self.is_down else self.name

    def turned(self, name: str) -> "Order":
        """What pressing the head of a column asks for: up first, then down."""
        return Order(name, name == self.name and not self.is_down)


def ranked(column: Any, codes: Iterable[str]) -> Any:
    """The place of a code among others, in the order people read them; found, not looked for."""
    places = sa.cast({str(code): place for place, code in enumerate(codes)}, JSONB)
    return places[sa.type_coerce(column, sa.Text)].as_integer()


def sorts(*, with_over: bool) -> dict[str, Sort]:
    """Every column of the table by the name a link gives it."""
    types = sorted(TYPE_LABELS, key=lambda code: (TYPE_LABELS[code], code))
    return {
        "offre": Sort(OfferState.title_key, can_be_empty=False),
        "structure": Sort(OfferState.organization_key, can_be_empty=False),
        "commune": Sort(OfferState.commune_key, can_be_empty=False),
        "famille": Sort(ranked(OfferState.family, Family), whole),
        "sorte": Sort(ranked(OfferState.type_code, types), whole),
        "etat": Sort(ranked(sign(with_over=with_over), Sign), whole),
        "libres": Sort(OfferState.free, whole),
        "confirmation": Sort(OfferState.verified_at, dt.datetime.fromisoformat),
        "habilitation": Sort(ranked(accredited(), Accredited), whole),
    }


NAMES = frozenset(sorts(with_over=False))
