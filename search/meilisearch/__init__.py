"""Meilisearch matches words; PostGIS says all the rest, and answers without it."""

import time

import structlog
from sqlalchemy.orm import Session

from search import indexing, outbox
from search.engine import SearchPage, SearchRequest
from search.meilisearch.asking import Matched, ask
from search.meilisearch.matched import MatchedScope
from search.meilisearch.paging import page
from search.meilisearch.server import Refused, Server, Unavailable
from search.meilisearch.settings import small_words, version
from search.postgresql import PostgreSQLEngine, reading, terms
from search.postgresql.meaning import kinds_meant
from search.postgresql.reading import Typed
from search.vocabulary import added

log = structlog.get_logger()
PATIENCE_S = 0.3
# A server that does not answer is left alone: not everybody waits for it in turn.
REST_S = 10
# Meilisearch leaves out, without saying so, what follows (its documented limits).
MOST_WORDS = 10


def is_for_the_database(typed: Typed) -> bool:
    """Small words alone find nothing there; of a long question, it reads the beginning only.

    It excludes words together only where they follow each other.
    """
    said = len(typed.words) + len(typed.excluded)
    is_several = any(" " in excluded for excluded in typed.excluded)
    return set(typed.words) <= small_words() or said > MOST_WORDS or is_several


class MeilisearchEngine:
    """Ids from Meilisearch, each checked again in the database."""

    def __init__(self, url: str, key: str) -> None:
        self.server = Server(url, key, timeout_s=PATIENCE_S)
        self.without = PostgreSQLEngine()
        self.rests_until = 0.0

    def search(self, session: Session, request: SearchRequest) -> SearchPage:
        """One page of published offers; PostgreSQL's when Meilisearch has no word to say."""
        indexing.catch_up(session)
        added.follow(session)
        typed = reading.read(session, request.words, request.whole)
        is_ready = outbox.is_ready(session, version())
        if not is_ready or is_for_the_database(typed):
            return self.without.search(session, request)
        # Its index has the synonyms of the files alone.
        matched = None if added.concern(typed.words) else self._ask(typed, request)
        if matched is None or matched.is_cut:
            return self.without.search(session, request)
        meant = kinds_meant(terms.terms(typed.words))
        scope = MatchedScope(request, None, typed.title, meant, matched)
        found = page(session, scope, typed)
        # Words that nobody uses are left out beside others, as PostgreSQL does.
        is_partly_known = 0 < len(typed.unknown) < len(typed.words)
        return (
            self.without.search(session, request) if is_partly_known and not found.total else found
        )

    def _ask(self, typed: Typed, request: SearchRequest) -> Matched | None:
        if time.monotonic() < self.rests_until:
            return None
        try:
            return ask(self.server, typed, request)
        except Refused as refusal:
            log.warning("meilisearch refused", error=str(refusal))
        except Unavailable:
            self.rests_until = time.monotonic() + REST_S
            log.warning("meilisearch unavailable", rests_s=REST_S)
        return None
