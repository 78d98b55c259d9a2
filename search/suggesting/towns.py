"""Communes that the last words of a text begin, and the text without them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import Commune, CommunePostalCode
from search import vocabulary
from search.geocoder.coded import by_code, commune, commune_columns
from search.geocoder.inside import WORD, ordinary
from search.geocoder.names import fold
from search.geocoder.place import EXACT, Place

MOST = 3
MOST_WORDS = 4
SHORTEST = 3
POSTAL = re.compile(r"\d{2,5}")


class Town(NamedTuple):
    """A commune, and what else was typed."""

    place: Place
    rest: str


def towns(session: Session, text: str) -> list[Town]:
    """The most populated communes whose name, or postal code, the end of the text begins."""
    before, _, last = text.rstrip().rpartition(" ")
    if POSTAL.fullmatch(last):
        return [Town(place, _asked(before)) for place in by_code(session, last, MOST)]
    tails = dict(_tails(text))
    rows = session.execute(_starting(len(tails)), _values(tails)).all() if tails else []
    begun = [(next(tail for tail in tails if row.name_key.startswith(tail)), row) for row in rows]
    return [Town(commune(row, EXACT), _asked(tails[tail])) for tail, row in begun]


def _tails(text: str) -> Iterator[tuple[str, str]]:
    """The key of each end of the text that may be a commune, with what comes before it."""
    words = list(WORD.finditer(text))
    for word in words[-MOST_WORDS:]:
        key = fold(text[word.start() :])
        is_said = len(key.split()) == 1 and key in ordinary()
        if len(key) >= SHORTEST and not is_said and not word[0].startswith("-"):
            yield key, text[: word.start()].strip()


def _values(tails: Iterable[str]) -> dict[str, str]:
    return {f"tail{place}": f"{tail}%" for place, tail in enumerate(tails)}


@cache
def _starting(many: int) -> sa.Select[Any]:
    """Communes whose name one of so many patterns begins."""
    tails = (sa.bindparam(f"tail{place}", type_=sa.Text) for place in range(many))
    codes = sa.select(sa.func.min(CommunePostalCode.postal_code))
    area = codes.where(CommunePostalCode.insee_code == Commune.insee_code).scalar_subquery()
    columns = (Commune.name_key, area.label("postal_code"), *commune_columns())
    begun = sa.or_(*(Commune.name_key.like(tail) for tail in tails))
    people = sa.func.coalesce(Commune.population, 0).desc()
    found = sa.select(*columns).join(Commune.department).where(begun)
    return found.order_by(people, Commune.insee_code).limit(MOST)


def _asked(text: str) -> str:
    """What is looked for, without the « à » that led to the commune."""
    words = text.split()
    small = vocabulary.files().small_words
    while words and fold(words[-1]) in small:
        words.pop()
    return " ".join(words)
