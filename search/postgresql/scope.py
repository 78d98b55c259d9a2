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

ITS_NAME, SAID_IN_NAMES, IN_NAMES, IN_TEXT = 0, 1, 2, 3
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
        """The words asked, wherever they are; an excluded one may be in the very name."""
        if self.query is None:
            return []
        said = matches(self.query.anywhere)
        return [said if "!" not in self.query.anywhere else sa.or_(said, self._is_its_name)]

    @cached_property
    def all(self) -> list[Condition]:
        """Everything but the families and types: what is counted."""
        return [*self.near, *self.filters, *self.words]

    @cached_property
    def tiers(self) -> dict[int, list[Condition]]:
        """Its very name, then words in the names, then what they mean, then words in the text.

        Each offer is in one of them.
        """
        if self.query is None:
            return {ITS_NAME: []}
        its_name = self._is_its_name
        said, in_names = matches(self.query.said_in_names), matches(self.query.in_names)
        return {
            ITS_NAME: [its_name],
            SAID_IN_NAMES: [said, ~its_name],
            IN_NAMES: [in_names, ~said, ~its_name],
            IN_TEXT: [matches(self.query.anywhere), ~in_names, ~its_name],
        }

    @property
    def _is_its_name(self) -> Condition:
        return OfferSearch.title_key == self.title

    @property
    def rank(self) -> sa.ColumnElement[int]:
        """The kind of match of one offer."""
        if self.query is None:
            return sa.literal_column(str(ITS_NAME), sa.Integer)
        said, in_names = matches(self.query.said_in_names), matches(self.query.in_names)
        ways = (self._is_its_name, ITS_NAME), (said, SAID_IN_NAMES), (in_names, IN_NAMES)
        return sa.case(*ways, else_=IN_TEXT)


def matches(query: str) -> sa.ColumnElement[Any]:
    """Whether an offer's words satisfy a text query."""
    return OfferSearch.words.bool_op("@@")(sa.cast(query, TSQUERY))
