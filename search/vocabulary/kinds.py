"""What kinds of offer are called: their labels whole, and every word of their names."""

from collections.abc import Iterator
from functools import cache

from models.codes.families import types_of
from models.codes.offer import Family
from search import vocabulary
from search.vocabulary import Key, key, plain, singular


@cache
def labels() -> frozenset[Key]:
    """The label of each kind, as entries are known."""
    loaded = vocabulary.files()
    telling = ([word for word in said if word not in loaded.small_words] for said in _spelled())
    return frozenset(key(said, loaded.acronyms) for said in telling)


@cache
def words() -> frozenset[str]:
    """The words that kinds of offer are called by, in the plural or not."""
    loaded = vocabulary.files()
    others = (plain(names) for names in loaded.types.values())
    said = {word for names in (*_spelled(), *others) for word in names}
    return frozenset(said | {singular(word) for word in said}) - loaded.small_words


def _spelled() -> Iterator[list[str]]:
    return (plain(code.label) for family in Family for code in types_of(family))
