"""The default engine: PostgreSQL ranks ids on one narrow table; the caller fetches the rows by key."""

from collections import Counter
from dataclasses import replace

from sqlalchemy.orm import Session

from models.codes.offer import Family
from search import indexing
from search.engine import TOTAL_CAP, Hit, SearchPage, SearchRequest
from search.postgresql import answering, keys, reading, terms
from search.postgresql.answering import Counts
from search.postgresql.scope import Scope


class PostgreSQLEngine:
    """Answers from the search table, which the same transaction keeps in step."""

    def search(self, session: Session, request: SearchRequest) -> SearchPage:
        """One page of published offers; any text and any key get an answer."""
        indexing.catch_up(session)
        typed = reading.read(session, request.words)
        asked = list(terms.terms(typed.words))
        query = terms.query(session, asked) if asked else None
        scope = Scope(request, query, typed.title)
        hits, counts = ([], {}) if typed.unknown else answering.answer(session, scope)
        page = _page(request, hits, counts)
        return replace(
            page,
            remote=tuple(answering.remote(session, scope)),
            corrections=typed.corrections,
            unknown=typed.unknown,
            synonyms=tuple(term.synonym for term in asked if term.means),
        )


def _page(request: SearchRequest, hits: list[Hit], counts: Counts) -> SearchPage:
    shown = tuple(hits[: request.size])
    families: Counter[Family] = Counter()
    total = 0
    for (family, code), number in counts.items():
        families[family] += number
        is_asked = family in (request.families or {family})
        if is_asked and code in (request.type_codes or {code}):
            total += number
    return SearchPage(
        hits=shown,
        total=min(total, TOTAL_CAP),
        is_capped=total > TOTAL_CAP,
        family_counts=dict(families),
        type_counts=counts,
        next_key=keys.after(shown[-1]) if len(hits) > request.size else None,
    )
