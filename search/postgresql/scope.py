"""The offers a request reaches, and the kinds of match they are shown by, best first."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from models.search import OfferSearch
from search.engine import SearchRequest
from search.postgresql import filters
from search.postgresql.terms import Query

ITS_NAME, IN_NAMES, IN_TEXT = 0, 1, 2
Condition = sa.ColumnElement[bool]


@dataclass(frozen=True)
class Scope:
    """A request whose words were read; `title` is the whole text, folded."""

    request: SearchRequest
    query: Query | None
    title: str

    @cached_property
    def near(self) -> list[Condition]:
        """The radius, when there is a place."""
        return list(filters.near(self.request))

    @cached_property
    def filters(self) -> list[Condition]:
        """What every offer of the list meets, whatever its family and however it matches."""
        return list(filters.others(self.request))

    @cached_property
    def kinds(self) -> list[Condition]:
        """The families and types asked for; counts do not follow these."""
        return list(filters.kinds(self.request))

    @cached_property
    def words(self) -> list[Condition]:
        """The words asked, wherever they are."""
        return [] if self.query is None else [matches(self.query.anywhere)]

    @cached_property
    def all(self) -> list[Condition]:
        """Everything but the families and types: what is counted."""
        return [*self.near, *self.filters, *self.words]

    @cached_property
    def tiers(self) -> dict[int, list[Condition]]:
        """Its very name, then words in the names, then in the text; each offer in one of them."""
        if self.query is None:
            return {ITS_NAME: []}
        its_name = OfferSearch.title_key == self.title
        in_names = matches(self.query.in_names)
        return {
            ITS_NAME: [its_name],
            IN_NAMES: [in_names, ~its_name],
            IN_TEXT: [matches(self.query.anywhere), ~in_names, ~its_name],
        }

    @property
    def rank(self) -> sa.ColumnElement[int]:
        """The kind of match of one offer."""
        if self.query is None:
            return sa.literal_column(str(ITS_NAME), sa.Integer)
        its_name = OfferSearch.title_key == self.title
        in_names = matches(self.query.in_names)
        return sa.case((its_name, ITS_NAME), (in_names, IN_NAMES), else_=IN_TEXT)


def matches(query: str) -> sa.ColumnElement[Any]:
    """Whether an offer's words satisfy a text query."""
    return OfferSearch.words.bool_op("@@")(sa.cast(query, TSQUERY))
