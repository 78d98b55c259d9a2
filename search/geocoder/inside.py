"""A commune named inside a longer text: "csapa villeurbanne", "un foyer à Bourg-en-Bresse"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import Commune, CommunePostalCode
from search import vocabulary
from search.geocoder import areas, coded
from search.geocoder.names import ARTICLES, LONGEST, fold
from search.geocoder.place import EXACT, Place

WORD = re.compile(r"[^\s'’,;:()«»\"]+")
LAST_WORD = re.compile(r"[^\s'’,;:()«»\"]+$")
POSTAL_CODE = re.compile(r"(?<![\w-])\d{5}(?!\w)")
# « 69100 Villeurbanne », « Lille 59000 »: the code says the same place again.
ITS_CODE_BEFORE = re.compile(r"(?<![\w-])\d{5}$")
ITS_CODE_AFTER = re.compile(r"^\d{5}(?!\w)")
# « lyon7 », « lyon 06 »: a city and its arrondissement.
RUN_TOGETHER = re.compile(r"(?<=[a-z]{3})(?=\d{1,2}$)")
PADDED = re.compile(r" 0(\d)$")
# « à proximité de », « autour de »: what leads to a place, besides small words.
LEADING = frozenset({"proximite", "autour", "alentour", "alentours", "environs", "cote", "secteur"})
# What is left around a name when it is taken out of a text.
LOOSE = " ,;:()'’"
MOST_WORDS = 6
MOST_READ = 30
# Fewer people than this, and a name of one word is more likely an ordinary word.
KNOWN_TOWN = 2_000
# Among namesakes, the one that is meant has this many times the people of the next.
OUTWEIGHS = 5


@dataclass(frozen=True)
class Inside:
    """A commune, how it was typed, and the text without it."""

    place: Place
    typed: str
    rest: str


class Span(NamedTuple):
    """Words that follow each other, by their first and last letters."""

    start: int
    end: int
    words: int


def commune_in(session: Session, text: str) -> Inside | None:
    """The commune a text names without a doubt, the longest name first, then the last.

    Without a name, a postal code says it too, or the number of a département at the end.
    """
    found = dict(spans(text))
    rows = session.execute(_named(), {"keys": list(found) or [""]}).all() if found else []
    for key in sorted(found, key=lambda key: (-found[key].words, -found[key].start)):
        namesakes, (start, end, _) = [row for row in rows if row.name_key == key], found[key]
        if said := areas.named_after(namesakes, text[end:]):
            return inside(coded.commune(said[0], EXACT), text, start, end + said[1])
        if namesakes and _is_meant(namesakes, found[key], text):
            return inside(coded.commune(namesakes[0], EXACT), text, start, end)
    return _coded(session, text[:LONGEST])


def _coded(session: Session, text: str) -> Inside | None:
    """The last postal code, of several communes the one with most people; else a département."""
    for found in reversed(list(POSTAL_CODE.finditer(text))):
        for place in coded.served(session, found[0], 1):
            return inside(place, text, *found.span())
    department = areas.at_end(session, text)
    return inside(department[0], text, *department[1]) if department else None


def spans(text: str) -> Iterator[tuple[str, Span]]:
    """Every stretch of words that may be a name, under its key."""
    words = list(WORD.finditer(text[:LONGEST]))[:MOST_READ]
    for first, start in enumerate(words):
        before = fold(words[first - 1][0]) if first else ""
        if start[0].startswith("-") or _keeps_the_next(words, first):
            continue
        for last in range(first, min(first + MOST_WORDS, len(words))):
            key = _key(text[start.start() : words[last].end()])
            if key and key not in ordinary() and before != "sans":
                yield key, Span(start.start(), words[last].end(), len(key.split()))


def _key(typed: str) -> str:
    """As names of communes are kept, and their arrondissements however they are numbered."""
    return PADDED.sub(r" \1", RUN_TOGETHER.sub(" ", fold(typed)))


def _keeps_the_next(words: list[re.Match[str]], at: int) -> bool:
    """Whether this word belongs to the name of a street: "12 cours de Lyon", not « à la rue »."""
    known = vocabulary.load()
    before = vocabulary.rephrased(" ".join(fold(word[0]) for word in words[:at])).split()
    while before and before[-1] in known.small_words:
        before.pop()
    return bool(before) and before[-1] in known.streets


@cache
def ordinary() -> frozenset[str]:
    """Words of the field and of questions that some commune bears as its name."""
    loaded = vocabulary.files()
    types = {word for text in loaded.types.values() for word in vocabulary.plain(text)}
    return loaded.words | loaded.acronyms | loaded.small_words | loaded.streets | types


@cache
def _named() -> sa.Select[Any]:
    codes = sa.select(sa.func.min(CommunePostalCode.postal_code))
    area = codes.where(CommunePostalCode.insee_code == Commune.insee_code).scalar_subquery()
    keys: sa.BindParameter[Any] = sa.bindparam("keys", expanding=True)
    columns = (Commune.name_key, area.label("postal_code"), *coded.commune_columns())
    people = sa.func.coalesce(Commune.population, 0).desc()
    named = sa.select(*columns).join(Commune.department).where(Commune.name_key.in_(keys))
    return named.order_by(people, Commune.insee_code)


def _is_meant(namesakes: list[Any], span: Span, text: str) -> bool:
    """Known enough for its name, and far more than its namesakes."""
    first, *others = (row.population or 0 for row in namesakes)
    is_whole = span.words > 1 and _has_article(namesakes[0].name, text[: span.end])
    is_known = is_whole or first >= KNOWN_TOWN
    return is_known and all(first >= OUTWEIGHS * people for people in others)


def _has_article(name: str, typed: str) -> bool:
    """Nobody leaves out the article of a village: « deux rives » is not Les Deux-Rives."""
    said = vocabulary.plain(name)
    return said[0] not in ARTICLES or vocabulary.plain(typed)[-len(said) :] == said


def inside(place: Place, text: str, start: int, end: int) -> Inside:
    """The text without the place, nor the small words that led to it: « un foyer à »."""
    small = vocabulary.load().small_words
    before = ITS_CODE_BEFORE.sub("", text[:start].rstrip(LOOSE)).rstrip(LOOSE)
    after = ITS_CODE_AFTER.sub("", text[end:].strip(LOOSE)).lstrip(LOOSE)
    while (last := LAST_WORD.search(before)) and fold(last[0]) in small | LEADING:
        before = before[: last.start()].rstrip(LOOSE)
    rest = " ".join(f"{before} {after}".split())
    says_more = any(word not in small for word in vocabulary.plain(rest))
    return Inside(place, text[start:end], rest if says_more else "")
