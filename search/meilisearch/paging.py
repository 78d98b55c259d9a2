"""Looks at the offers matched again, in one query, and makes a page of those that remain."""

from sqlalchemy.orm import Session

from search.engine import TOTAL_CAP, SearchPage
from search.meilisearch.matched import MatchedScope
from search.postgresql import answering, counting, keys, sweep, terms
from search.postgresql.reading import Typed


def page(session: Session, scope: MatchedScope, typed: Typed) -> SearchPage:
    """One page; distances, filters, counts and order are the database's."""
    request = scope.request
    after = keys.parse(request.after)
    found, counts = sweep.sweep(session, scope, request.place, after)
    shown = found[: request.size]
    total = counting.among(counts, request)
    is_around = request.place is not None and after is None
    return SearchPage(
        hits=tuple(one.hit for one in shown),
        total=min(total, TOTAL_CAP),
        is_capped=total > TOTAL_CAP,
        family_counts=counting.by_family(counts),
        type_counts=counts,
        remote=tuple(answering.remote(session, scope)) if is_around else (),
        corrections=typed.corrections,
        unknown=typed.unknown if not counts else (),
        excluded=typed.excluded,
        synonyms=terms.synonyms(list(terms.terms(typed.words))),
        next_key=str(shown[-1].key) if len(found) > len(shown) > 0 else None,
    )
