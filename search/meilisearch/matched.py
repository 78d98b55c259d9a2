"""Offers that Meilisearch matched, looked at again by PostGIS with everything else asked."""

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from models.search import OfferSearch
from search.meilisearch.asking import Matched
from search.postgresql.scope import (
    IN_NAMES,
    IN_TEXT,
    ITS_NAME,
    SAID_IN_NAMES,
    Condition,
    Scope,
)

NOTHING = Matched([], [], [])


@dataclass(frozen=True)
class MatchedScope(Scope):
    """A request whose words another engine matched; a very name is met even before its copy is."""

    matched: Matched = field(default=NOTHING)

    @property
    def is_worded(self) -> bool:
        """The other engine read the words."""
        return True

    @property
    def words(self) -> list[Condition]:
        """One of the ids, or the very name."""
        return [sa.or_(among(self.matched.anywhere), self._is_its_name)]

    @property
    def tier(self) -> sa.ColumnElement[int]:
        """The kind of match of one offer."""
        said, in_names = among(self.matched.said_in_names), among(self.matched.in_names)
        ways = (self._is_its_name, ITS_NAME), (said, SAID_IN_NAMES), (in_names, IN_NAMES)
        return sa.case(*ways, else_=IN_TEXT)

    @property
    def _is_its_name(self) -> sa.ColumnElement[bool]:
        return OfferSearch.title_key == self.title


def among(ids: list[int]) -> sa.ColumnElement[Any]:
    """Whether an offer is one of these."""
    return OfferSearch.offer_id == sa.any_(sa.cast(ids, ARRAY(sa.BigInteger)))
