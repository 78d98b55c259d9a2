"""Which words of a free search may be kept: the vocabulary's and the gazetteer's (design §7)."""

from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import CommunePostalCode
from search import vocabulary
from search.geocoder.inside import commune_in
from search.vocabulary import plain, singular

MOST_COMMUNES = 3


def foreign(session: Session, text: str) -> tuple[str, ...]:
    """The words that may not be kept, as plain words: a name typed by mistake is one of them.

    Communes, named whole and known for it, are read in the text; the rest is words of the field,
    small words, and postal codes.
    """
    unknown = _unknown(text)
    if unknown:
        unknown = _unknown(_without_communes(session, text))
    codes = _postal_codes(session, unknown)
    return tuple(word for word in unknown if word not in codes)


def _unknown(text: str) -> list[str]:
    return [word for word in dict.fromkeys(plain(text)) if not _is_of_the_field(word)]


def _without_communes(session: Session, text: str) -> str:
    """The text without the communes it names, a few at most."""
    for _ in range(MOST_COMMUNES):
        town = commune_in(session, text)
        if town is None:
            break
        text = town.rest
    return text


def _is_of_the_field(word: str) -> bool:
    loaded = vocabulary.load()
    if word in loaded.small_words:
        return True
    forms = (word, singular(word))
    return any(one in loaded.words or one in loaded.acronyms for one in forms) or any(
        one in _of_types() for one in forms
    )


@cache
def _of_types() -> frozenset[str]:
    types = vocabulary.files().types
    return frozenset(word for text in types.values() for word in plain(text))


def _postal_codes(session: Session, words: list[str]) -> frozenset[str]:
    numbers = [word for word in words if len(word) == 5 and word.isdigit()]
    if not numbers:
        return frozenset()
    known = sa.select(CommunePostalCode.postal_code).where(
        CommunePostalCode.postal_code.in_(numbers)
    )
    return frozenset(session.scalars(known))
