"""Plain words as French writes them, when the vocabulary or a kind of offer does."""

import re
from collections.abc import Iterator
from functools import cache

from models.codes.families import types_of
from models.codes.offer import Family
from search import vocabulary
from search.vocabulary import plain, singular

WORD = re.compile(r"[^\W\d_]+")


def written(text: str) -> str:
    """Each of these plain words with its accents; those spelled nowhere here stay as they are."""
    return " ".join(map(_word, text.split()))


def _word(word: str) -> str:
    alone = singular(word)
    known = spellings()
    return known.get(word) or (known[alone] + word[len(alone) :] if alone in known else word)


@cache
def spellings() -> dict[str, str]:
    """Every word of the field with its one spelling; « interné » and « interne » have two."""
    known: dict[str, set[str]] = {}
    for spelled in WORD.findall(" ".join(_texts())):
        for one in plain(spelled):
            known.setdefault(one, set()).add(spelled.lower())
    return {one: min(ways) for one, ways in known.items() if len(ways) == 1}


def _texts() -> Iterator[str]:
    """Entries, what they mean, and the names of kinds of offer."""
    loaded = vocabulary.files()
    for term, means in loaded.entries.items():
        yield from (term, *means)
    yield from (*loaded.whom, *loaded.types.values())
    yield from (code.label for family in Family for code in types_of(family))
