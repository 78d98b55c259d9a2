"""The kinds of offer that the words of a question name: « csapa » is a kind, not only a name."""

from collections.abc import Iterable
from functools import cache

from models.codes.families import types_of
from models.codes.offer import Family
from search import vocabulary
from search.columns import kind_number
from search.postgresql.terms import Term
from search.vocabulary import Key, plain


def kinds_meant(asked: Iterable[Term]) -> frozenset[int]:
    """The kinds whose name or acronym is one of the terms, or else one of their meanings."""
    terms = list(asked)
    whole = [word for term in terms for word in term.words]
    spelled = (whole, *(term.words for term in terms))
    said = frozenset(number for words in spelled for number in _called().get(_key(words), ()))
    if said:
        return said
    meanings = (plain(meaning) for term in terms for meaning in term.means)
    return frozenset(number for words in meanings for number in _called().get(_key(words), ()))


def _key(words: Iterable[str]) -> Key:
    known = vocabulary.load()
    return vocabulary.key((word for word in words if word not in known.small_words), known.acronyms)


@cache
def _called() -> dict[Key, tuple[int, ...]]:
    """The kinds that bear each name: their label, and their code when it is an acronym."""
    found: dict[Key, tuple[int, ...]] = {}
    for family in Family:
        for code in types_of(family):
            names = {_key(plain(code.label)), _key([code.value.lower()])}
            for name in filter(None, names):
                found[name] = (*found.get(name, ()), kind_number(family, code))
    return found
