"""Which engine answers here; the only place that knows."""

from search.engine import SearchEngine
from search.meilisearch import MeilisearchEngine
from search.postgresql import PostgreSQLEngine


def choose(name: str, *, url: str = "", key: str = "") -> SearchEngine:
    """The engine of that name."""
    if name == "meilisearch":
        return MeilisearchEngine(url, key)
    return PostgreSQLEngine()
