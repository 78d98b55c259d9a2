"""Which engine answers here; the only place that knows."""

from search.engine import SearchEngine
from search.postgresql import PostgreSQLEngine


def choose(name: str, *, url: str = "", key: str = "") -> SearchEngine:
    """The engine of that name."""
    if name == "meilisearch":
        # Its client weighs on every process: only those that ask it carry it.
        from search.meilisearch import MeilisearchEngine

        return MeilisearchEngine(url, key)
    return PostgreSQLEngine()
