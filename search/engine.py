"""What one asks of a search engine and what it answers, whichever engine it is."""

from typing import Protocol

from sqlalchemy.orm import Session

from search.page import COUNTS_CAP, YES, Aside, Axis, Facets, Hit, SearchPage, Synonym
from search.request import (
    PAGE_SIZE,
    RADIUS_KM,
    RADIUS_MAX_KM,
    Audience,
    Place,
    Reach,
    SearchRequest,
    Window,
)

__all__ = [
    "COUNTS_CAP",
    "PAGE_SIZE",
    "RADIUS_KM",
    "RADIUS_MAX_KM",
    "YES",
    "Aside",
    "Audience",
    "Axis",
    "Facets",
    "Hit",
    "Place",
    "Reach",
    "SearchEngine",
    "SearchPage",
    "SearchRequest",
    "Synonym",
    "Window",
]


class SearchEngine(Protocol):
    """Says which published offers answer a request, in which order, with which counts."""

    def search(self, session: Session, request: SearchRequest) -> SearchPage: ...
