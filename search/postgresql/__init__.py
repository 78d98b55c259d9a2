"""The default engine: PostgreSQL ranks ids on one narrow table; the caller fetches rows by key."""

from typing import Any

from sqlalchemy.orm import Session

from search import indexing
from search.engine import SearchPage, SearchRequest
from search.postgresql import reading, terms
from search.postgresql.answering import answer
from search.postgresql.meaning import kinds_meant
from search.postgresql.reading import Typed
from search.postgresql.scope import Scope
from search.vocabulary import added


class PostgreSQLEngine:
    """Answers from the search table, which the same transaction keeps in step."""

    def search(self, session: Session, request: SearchRequest) -> SearchPage:
        """One page of published offers; any text and any key get an answer."""
        indexing.catch_up(session)
        added.follow(session)
        typed = reading.read(session, request.words, request.whole)
        page = self._answered(session, request, typed)
        if page.is_answered or (otherwise := reading.otherwise(typed)) is None:
            return page
        second = self._answered(session, request, otherwise)
        return second if second.is_answered else page

    def _answered(self, session: Session, request: SearchRequest, typed: Typed) -> SearchPage:
        known = tuple(word for word in typed.words if word not in typed.unknown)
        asked = list(terms.terms(known))
        said: dict[str, Any] = {
            "unknown": typed.unknown,
            "corrections": typed.corrections,
            "excluded": typed.excluded,
            "synonyms": terms.synonyms(asked),
        }
        if typed.unknown and not known:
            # Words that no offer has leave none to show; beside others, they are told and left out.
            return SearchPage(**said)
        is_worded = asked or typed.excluded
        query = terms.query(session, asked, typed.excluded) if is_worded else None
        return answer(session, Scope(request, query, typed.title, kinds_meant(asked)), **said)
