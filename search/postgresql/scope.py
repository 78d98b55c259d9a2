"""The offers a request reaches before it is narrowed, and how well each matches its words."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from models.search import OfferSearch
from search.engine import Reach, SearchRequest
from search.postgresql import filters, ground, squares
from search.postgresql.terms import Query

ITS_NAME, SAID_IN_NAMES, IN_NAMES, IN_TEXT = 0, 1, 2, 3
Condition = sa.ColumnElement[bool]
# As the index has it.
SQUARED = sa.func.directory.squared_words(
    OfferSearch.words, OfferSearch.point, OfferSearch.is_remote, OfferSearch.zones
)


@dataclass(frozen=True)
class Scope:
    """A request whose words were read; `title` is the whole text, folded.

    `meant` are the kinds of offer that the words name, as numbers of `search.columns`.
    """

    request: SearchRequest
    query: Query | None
    title: str
    meant: frozenset[int] = frozenset()

    @property
    def is_worded(self) -> bool:
        """Whether offers match more or less well."""
        return self.query is not None

    @property
    def conditions(self) -> list[Condition]:
        """What is true of each of them: where it is, and the words it has."""
        place, where = self.request.place, list(filters.where(self.request))
        if self._square is not None:
            return [*where, SQUARED.bool_op("@@")(self._square)]
        if place is not None and self.request.reach is Reach.NEAR:
            where.append(ground.nearly(self.request, place))
        return [*where, *self.words]

    @property
    def words(self) -> list[Condition]:
        """The words asked, wherever they are; an excluded one may be in the very name."""
        if self.query is None:
            return []
        said = matches(self.query.anywhere)
        return [said if "!" not in self.query.anywhere else sa.or_(said, self._is_its_name)]

    @property
    def tier(self) -> sa.ColumnElement[int]:
        """Its very name, then words in the names, then what they mean, then words in the text."""
        if self.query is None:
            return sa.literal_column(str(ITS_NAME), sa.Integer)
        said, in_names = matches(self.query.said_in_names), matches(self.query.in_names)
        ways = (self._is_its_name, ITS_NAME), (said, SAID_IN_NAMES), (in_names, IN_NAMES)
        return sa.case(*ways, else_=IN_TEXT)

    @property
    def _is_its_name(self) -> Condition:
        return OfferSearch.title_key == self.title

    @cached_property
    def _square(self) -> sa.TableValuedColumn[str] | None:
        """The words asked of each square; a shorter question for each than one for all."""
        asked = [] if self.query is None else self.query.of(squares.of(self.request))
        if not asked:
            return None
        return sa.func.unnest(sa.cast(asked, ARRAY(TSQUERY))).column_valued("square")


def matches(query: str) -> sa.ColumnElement[Any]:
    """Whether an offer's words satisfy a text query."""
    satisfied: sa.ColumnElement[bool] = OfferSearch.words.bool_op("@@")(sa.cast(query, TSQUERY))
    return satisfied
