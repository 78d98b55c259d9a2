"""Searching in tests: what is found, as the offers themselves."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.offer import Offer
from search import indexing
from search.engine import SearchPage, SearchRequest
from search.postgresql import PostgreSQLEngine

Ask = Callable[..., SearchPage]
Find = Callable[..., list[Offer]]

indexing.install()


@pytest.fixture
def ask(session: Session) -> Ask:
    """Asks the engine, and gives the page."""

    def asked(words: str = "", **filters: Any) -> SearchPage:
        return PostgreSQLEngine().search(session, SearchRequest(words=words, **filters))

    return asked


@pytest.fixture
def find(session: Session, ask: Ask) -> Find:
    """Asks the engine, and gives the offers found in their order."""

    def found(words: str = "", **filters: Any) -> list[Offer]:
        hits = ask(words, **filters).hits
        return [session.get_one(Offer, hit.offer_id) for hit in hits]

    return found
