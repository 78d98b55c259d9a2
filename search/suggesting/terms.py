"""Entries of the vocabulary that words begin: everyday words and acronyms, as they are written."""

from functools import cache

from search import vocabulary
from search.suggesting.kinds import named
from search.vocabulary import plain

MOST = 3


def terms(words: list[str]) -> list[str]:
    """The entries that start with these words, the shortest first."""
    said = " ".join(words)
    found = [(spelled, term) for spelled, term in _spelled() if spelled.startswith(said)]
    return [term for _, term in sorted(found, key=lambda one: (len(one[0]), one))][:MOST]


@cache
def _spelled() -> tuple[tuple[str, str], ...]:
    """Each entry in plain words; what names a kind of offer is suggested as that kind."""
    kinds = {" ".join(one.label) for one in named()} | {one.kind.code.lower() for one in named()}
    entries = ((" ".join(plain(term)), term) for term in vocabulary.files().entries)
    return tuple((spelled, term) for spelled, term in entries if spelled not in kinds)
