"""The default engine: PostgreSQL ranks ids on one narrow table; the caller fetches rows by key."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from search import indexing
from search.engine import TOTAL_CAP, Hit, SearchPage, SearchRequest
from search.postgresql import answering, counting, keys, reading, sweep, terms
from search.postgresql.answering import Found
from search.postgresql.counting import Counts
from search.postgresql.keys import Key
from search.postgresql.reading import Typed
from search.postgresql.scope import Scope
from search.postgresql.terms import Term
from search.vocabulary import added


class Answer(NamedTuple):
    """The offers of the page and one more, with how many there are."""

    found: list[Found]
    counts: Counts
    total: int
    are_floors: bool = False


class PostgreSQLEngine:
    """Answers from the search table, which the same transaction keeps in step."""

    def search(self, session: Session, request: SearchRequest) -> SearchPage:
        """One page of published offers; any text and any key get an answer."""
        indexing.catch_up(session)
        added.follow(session)
        typed = reading.read(session, request.words, request.whole)
        asked = list(terms.terms(typed.words))
        if typed.unknown:
            return _nothing(typed, asked)
        is_worded = asked or typed.excluded
        query = terms.query(session, asked, typed.excluded) if is_worded else None
        return _page(session, Scope(request, query, typed.title), typed, asked)


def _nothing(typed: Typed, asked: list[Term]) -> SearchPage:
    """A word no offer has leaves none to show."""
    return SearchPage(
        corrections=typed.corrections,
        unknown=typed.unknown,
        excluded=typed.excluded,
        synonyms=terms.synonyms(asked),
    )


def _page(session: Session, scope: Scope, typed: Typed, asked: list[Term]) -> SearchPage:
    after = keys.parse(scope.request.after)
    answer = _answer(session, scope, after)
    shown = answer.found[: scope.request.size]
    return SearchPage(
        hits=tuple(one.hit for one in shown),
        total=min(answer.total, TOTAL_CAP),
        is_capped=answer.total > TOTAL_CAP,
        family_counts=counting.by_family(answer.counts),
        type_counts=answer.counts,
        are_counts_floors=answer.are_floors,
        remote=_remote(session, scope, is_first=after is None),
        corrections=typed.corrections,
        excluded=typed.excluded,
        synonyms=terms.synonyms(asked),
        next_key=str(shown[-1].key) if len(answer.found) > len(shown) > 0 else None,
    )


def _answer(session: Session, scope: Scope, after: Key | None) -> Answer:
    place = scope.request.place
    if scope.query is not None and place is not None:
        found, counts = sweep.sweep(session, scope, place, after)
        return Answer(found, counts, counting.among(counts, scope.request))
    counts = counting.counts(session, scope)
    total = counting.total(session, scope, counts)
    found = answering.page(session, scope, after, total)
    return Answer(found, counts, total, counting.are_floors(counts, scope))


def _remote(session: Session, scope: Scope, *, is_first: bool) -> tuple[Hit, ...]:
    if scope.request.place is None or not is_first:
        return ()
    return tuple(answering.remote(session, scope))
