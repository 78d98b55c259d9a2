"""Looks at the offers matched again, and makes a page of those that remain."""

from dataclasses import replace

from sqlalchemy.orm import Session

from search.engine import SearchPage
from search.meilisearch.matched import MatchedScope
from search.postgresql import terms
from search.postgresql.answering import answer
from search.postgresql.reading import Typed


def page(session: Session, scope: MatchedScope, typed: Typed) -> SearchPage:
    """One page; distances, filters, counts and order are the database's."""
    answered = answer(
        session,
        scope,
        corrections=typed.corrections,
        excluded=typed.excluded,
        synonyms=terms.synonyms(list(terms.terms(typed.words))),
    )
    return answered if answered.total else replace(answered, unknown=typed.unknown)
