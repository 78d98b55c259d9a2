"""The offers a request reaches, before they are ordered, cut and counted."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from models.search import OfferSearch
from search.engine import SearchRequest
from search.postgresql import filters
from search.postgresql.terms import Query

ITS_NAME, IN_NAMES, IN_TEXT = 0, 1, 2


@dataclass(frozen=True)
class Scope:
    """A request whose words were read; `title` is the whole text, folded."""

    request: SearchRequest
    query: Query | None
    title: str

    @property
    def is_bounded(self) -> bool:
        """Words or a radius keep the offers few enough to look at them all once."""
        return self.query is not None or self.request.place is not None

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        """What every offer of the list meets, whatever its family."""
        place = self.request.place
        near = [] if place is None else [filters.near(place, self.request.radius_km)]
        return [*self.words(), *near, *filters.others(self.request)]

    def remote_conditions(self) -> list[sa.ColumnElement[bool]]:
        """What an offer done at a distance meets: all but the radius."""
        kinds = filters.kinds(self.request, OfferSearch.__table__)
        return [OfferSearch.is_remote, *self.words(), *filters.others(self.request), *kinds]

    def words(self) -> list[sa.ColumnElement[bool]]:
        """The words asked, wherever they are."""
        return [] if self.query is None else [matches(self.query.anywhere)]

    def rank(self) -> sa.ColumnElement[Any]:
        """Its very name, then words in the names, then words in the text."""
        if self.query is None:
            return sa.cast(sa.literal(ITS_NAME), sa.Integer)
        return sa.case(
            (OfferSearch.title_key == self.title, ITS_NAME),
            (matches(self.query.in_names), IN_NAMES),
            else_=IN_TEXT,
        )


def matches(query: str) -> sa.ColumnElement[bool]:
    """Whether an offer's words satisfy a text query."""
    return OfferSearch.words.bool_op("@@")(sa.cast(query, TSQUERY))
