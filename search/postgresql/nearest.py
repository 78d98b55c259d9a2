"""The word of the vocabulary that another is nearly, by a letter or two."""

from functools import cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from search import vocabulary
from search.vocabulary import plain

SHORTEST, LONG = 5, 9


def of_the_field(word: str) -> str | None:
    """One letter away, two for a long word; none for a word that is sure itself."""
    if len(word) < SHORTEST or word in _said():
        return None
    most = 1 if len(word) < LONG else 2
    ours = sorted(vocabulary.load().words)
    found = extractOne(word, ours, scorer=Levenshtein.distance, score_cutoff=most)
    # « cuisine » and « cuisiner » are the same word.
    return None if found is None or found[0].startswith(word) else str(found[0])


@cache
def _said() -> frozenset[str]:
    """The words of what the vocabulary's words mean: as sure as its own."""
    meanings = vocabulary.files().entries.values()
    return frozenset(word for means in meanings for one in means for word in plain(one))
