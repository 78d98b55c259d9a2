"""One suite for every engine: what is asked is asked of each, on the same offers."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.offer import Offer
from search import indexing, outbox
from search.engine import SearchEngine, SearchPage, SearchRequest
from search.meilisearch import MOST_WORDS, MeilisearchEngine
from search.meilisearch.copy import MeilisearchCopy
from search.postgresql import PostgreSQLEngine
from tests.search_engines.double import Double
from tests.search_engines.real import ABSENT, meilisearch
from tests.search_engines.served import serving

Ask = Callable[..., SearchPage]
Find = Callable[..., list[Offer]]
KEY = "a-key-of-the-tests"


@pytest.fixture(scope="session")
def real_server() -> Iterator[tuple[str, str]]:
    """The address and key of a real Meilisearch."""
    with meilisearch() as server:
        if server is None:
            pytest.skip(ABSENT)
        yield server


@pytest.fixture
def double() -> Iterator[Double]:
    """What stands for a server."""
    with serving() as double:
        yield double


@pytest.fixture
def copy(double: Double) -> MeilisearchCopy:
    """The index that the double keeps."""
    return MeilisearchCopy(double.url, KEY)


@pytest.fixture
def built(session: Session, copy: MeilisearchCopy) -> MeilisearchCopy:
    """An index that was built, and is empty."""
    copy.begin(session)
    copy.rebuild(session)
    return copy


@pytest.fixture(params=["postgresql", "double", "meilisearch"])
def server(request: pytest.FixtureRequest) -> tuple[str, str] | None:
    """Where the engine's server is; none for the database itself."""
    if request.param == "postgresql":
        return None
    if request.param == "double":
        return request.getfixturevalue("double").url, KEY
    address: tuple[str, str] = request.getfixturevalue("real_server")
    return address


class InStep:
    """An engine whose copy is brought in step before each question, as the worker does."""

    def __init__(self, url: str, key: str) -> None:
        self.engine = MeilisearchEngine(url, key)
        # A failure shows, rather than another engine's answer.
        self.engine.without = None  # type: ignore[assignment]
        self.copy = MeilisearchCopy(url, key)

    def search(self, session: Session, request: SearchRequest) -> SearchPage:
        indexing.catch_up(session)
        while self.copy.send(session):
            pass
        # What is not for it: no word at all, or more than it reads.
        is_for_it = 0 < len(request.words.split()) <= MOST_WORDS
        self.engine.without = None if is_for_it else PostgreSQLEngine()  # type: ignore[assignment]
        return self.engine.search(session, request)


@pytest.fixture
def engine(server: tuple[str, str] | None, session: Session, monkeypatch) -> SearchEngine:
    """Each engine in turn."""
    if server is None:
        return PostgreSQLEngine()
    monkeypatch.setattr(outbox, "LIVE", f"test_{os.getpid()}")
    monkeypatch.setattr("search.meilisearch.rebuilding.NEXT", f"test_{os.getpid()}_next")
    in_step = InStep(*server)
    in_step.copy.begin(session)
    in_step.copy.rebuild(session)
    return in_step


@pytest.fixture
def ask(session: Session, engine: SearchEngine) -> Ask:
    """Asks the engine, and gives the page."""

    def asked(words: str = "", **filters: Any) -> SearchPage:
        return engine.search(session, SearchRequest(words=words, **filters))

    return asked


@pytest.fixture
def find(session: Session, ask: Ask) -> Find:
    """Asks the engine, and gives the offers found in their order."""

    def found(words: str = "", **filters: Any) -> list[Offer]:
        hits = ask(words, **filters).hits
        return [session.get_one(Offer, hit.offer_id) for hit in hits]

    return found
