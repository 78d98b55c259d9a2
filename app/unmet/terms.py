"""The words of a search that may be counted: those of the vocabulary, and no others (design §7)."""

from functools import cache

from search import vocabulary
from search.vocabulary import plain, singular

# More words than this say more than what is looked for.
MOST_WORDS = 3


def known(text: str) -> str:
    """The words in the order of the alphabet, or nothing when one of them is not ours."""
    small = vocabulary.load().small_words
    words = {word for word in plain(text) if word not in small}
    ours = {_spelled(word) for word in words}
    if len(words) > MOST_WORDS or "" in ours:
        return ""
    return " ".join(sorted(ours))


def _spelled(word: str) -> str:
    """The word as the vocabulary spells it, or nothing."""
    spelled = _words()
    return next((one for one in (word, singular(word)) if one in spelled), "")


def _words() -> frozenset[str]:
    loaded = vocabulary.load()
    return loaded.words | loaded.acronyms | _of_types()


@cache
def _of_types() -> frozenset[str]:
    loaded = vocabulary.files()
    of_types = {word for text in loaded.types.values() for word in plain(text)}
    return frozenset(of_types - loaded.small_words)
