"""What the words of the field mean: acronyms, equivalents, everyday words, other names of a type.

Entries are keyed by their plain words ("travail d'intérêt général" is travail, interet, general),
so that accents, plurals and small words do not matter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from search.geocoder.names import without_accents
from search.vocabulary.typed import spelling

FILES = Path(__file__).parent
Key = tuple[str, ...]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Vocabulary:
    """Everything that is known of words, ready to be looked up; `entries` as they are written."""

    acronyms: frozenset[str]
    entries: Mapping[str, tuple[str, ...]]
    meanings: Mapping[Key, tuple[str, ...]]
    phrases: Mapping[str, str]
    small_words: frozenset[str]
    streets: frozenset[str]
    types: Mapping[str, str]
    whom: Mapping[str, list[str]]
    words: frozenset[str]
    longest: int


_current: ContextVar[Vocabulary | None] = ContextVar("vocabulary", default=None)


def plain(text: str) -> list[str]:
    """The words of a text without accents or capitals."""
    return re.findall(r"[a-z0-9]+", without_accents(text).lower())


def key(words: Iterable[str], acronyms: frozenset[str]) -> Key:
    """Under which key plain words may be known: without the marks of plurals, acronyms whole."""
    return tuple(word if word in acronyms else singular(word) for word in words)


def singular(word: str) -> str:
    """A word without the mark of its plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def replaced(text: str, corrections: Mapping[str, str]) -> str:
    """A text with its corrections in place, whatever its capitals and accents."""
    for typed, right in corrections.items():
        text = re.sub(spelling(typed.split()), right, text, flags=re.IGNORECASE)
    return text


def load() -> Vocabulary:
    """The vocabulary of the files, with the words this database adds to it once they were read."""
    return _current.get() or files()


def add(pairs: Pairs) -> None:
    """From now on in this thread, each first word of a pair means the second too, and no others."""
    _current.set(_with(pairs))


def rephrased(folded: str) -> str:
    """A folded text in which turns of phrase are said otherwise; the names of streets stay."""
    for phrase, other in files().phrases.items():
        folded = re.sub(rf"\b{phrase}\b(?! (?:d|de|des|du)\b)", other, folded)
    return " ".join(folded.split())


@lru_cache(maxsize=8)
def _with(pairs: Pairs) -> Vocabulary:
    """The vocabulary of the files and some words more."""
    known = files()
    meanings = dict(known.meanings)
    for term, means in pairs:
        words = [word for word in plain(term) if word not in known.small_words]
        found = key(words, known.acronyms)
        meanings[found] = (*meanings.get(found, ()), means)
    said = {word for term, _ in pairs for word in plain(term)}
    more = {one for word in said for one in (word, singular(word))} - known.small_words
    return replace(
        known,
        meanings=meanings,
        words=known.words | more,
        longest=max(map(len, meanings)),
    )


@cache
def files() -> Vocabulary:
    """Read the files once."""
    small_words = frozenset(_read("small_words"))
    acronyms = {str(name): str(meaning) for name, meaning in _read("acronyms").items()}
    terms: dict[str, dict[str, None]] = {}
    for term, other in _pairs(acronyms):
        terms.setdefault(term, {})[other] = None
    names = frozenset(name.lower() for name in acronyms)
    meanings = _meanings(terms, names, small_words)
    return Vocabulary(
        acronyms=names,
        entries={term: tuple(others) for term, others in terms.items()},
        meanings={found: tuple(others) for found, others in meanings.items()},
        phrases=_read("phrases"),
        small_words=small_words,
        streets=frozenset(_read("streets")),
        types=_read("types"),
        whom=(whom := _read("whom")),
        words=frozenset(word for term in (*terms, *whom) for word in plain(term)) - small_words,
        longest=max(map(len, meanings)),
    )


def _meanings(
    terms: Mapping[str, Mapping[str, None]], names: frozenset[str], small_words: frozenset[str]
) -> dict[Key, dict[str, None]]:
    """What terms mean, whatever the plurals and the small words they are said with."""
    meanings: dict[Key, dict[str, None]] = {}
    for term, others in terms.items():
        words = [word for word in plain(term) if word not in small_words]
        meanings.setdefault(key(words, names), {}).update(others)
    return meanings


def _pairs(acronyms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each term with each thing it means, the closest first."""
    for acronym, meaning in acronyms.items():
        yield acronym, meaning
        yield meaning, acronym
    for group in _read("equivalents"):
        yield from ((term, other) for term in group for other in group if other != term)
    for term, others in _read("everyday").items():
        yield from ((term, other) for other in others)


def _read(name: str) -> Any:
    return yaml.safe_load((FILES / f"{name}.yml").read_text(encoding="utf-8"))
