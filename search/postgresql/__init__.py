"""The default engine: PostgreSQL ranks ids on one narrow table; the caller fetches the rows by key."""

from sqlalchemy.orm import Session

from search import indexing
from search.engine import TOTAL_CAP, Hit, SearchPage, SearchRequest
from search.postgresql import answering, counting, keys, reading, terms
from search.postgresql.reading import Typed
from search.postgresql.scope import Scope
from search.postgresql.terms import Term


class PostgreSQLEngine:
    """Answers from the search table, which the same transaction keeps in step."""

    def search(self, session: Session, request: SearchRequest) -> SearchPage:
        """One page of published offers; any text and any key get an answer."""
        indexing.catch_up(session)
        typed = reading.read(session, request.words)
        asked = list(terms.terms(typed.words))
        if typed.unknown:
            return _nothing(typed, asked)
        query = terms.query(session, asked) if asked else None
        return _page(session, Scope(request, query, typed.title), typed, asked)


def _nothing(typed: Typed, asked: list[Term]) -> SearchPage:
    """A word no offer has leaves none to show."""
    return SearchPage(
        corrections=typed.corrections, unknown=typed.unknown, synonyms=terms.synonyms(asked)
    )


def _page(session: Session, scope: Scope, typed: Typed, asked: list[Term]) -> SearchPage:
    after = keys.parse(scope.request.after)
    counts = counting.counts(session, scope)
    total = counting.total(session, scope, counts)
    found = answering.page(session, scope, after, total)
    shown = found[: scope.request.size]
    return SearchPage(
        hits=tuple(one.hit for one in shown),
        total=min(total, TOTAL_CAP),
        is_capped=total > TOTAL_CAP,
        family_counts=counting.by_family(counts),
        type_counts=counts,
        are_counts_floors=counting.are_floors(counts, scope),
        remote=_remote(session, scope, is_first=after is None),
        corrections=typed.corrections,
        synonyms=terms.synonyms(asked),
        next_key=str(shown[-1].key) if len(found) > len(shown) > 0 else None,
    )


def _remote(session: Session, scope: Scope, *, is_first: bool) -> tuple[Hit, ...]:
    if scope.request.place is None or not is_first:
        return ()
    return tuple(answering.remote(session, scope))
