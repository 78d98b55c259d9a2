"""For whom a place is sought, told by words of the text: "chrs pour un couple avec un chien"."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from models.codes.offer import Gender
from search import vocabulary
from search.vocabulary import Key, key, plain

LONGEST = 300
WORD = re.compile(r"[^\W_]+")
# « sans chien » does not look for one, nor does « -chien ».
REFUSED = frozenset({"sans", "sauf", "hors", "ni", "pas"})
REFUSING_MARK = re.compile(r"(?:^|\s)-$")
GENDERS = frozenset({Gender.MEN.value, Gender.WOMEN.value})
# What is left around words that are taken out of a text; a mark before a word is kept.
LOOSE = " ,;:()'’"
JOINING = "-/"


class Word(NamedTuple):
    """One word, in plain letters, and where it is in the text."""

    plain: str
    start: int
    end: int


@dataclass(frozen=True)
class Whom:
    """Codes of `whom.yml`, the words that said them as they were typed, and the text without."""

    codes: frozenset[str]
    typed: tuple[str, ...]
    rest: str


def read(text: str) -> Whom | None:
    """Whom some words of a text are about; None when none is, or when they contradict."""
    said = unicodedata.normalize("NFC", text[:LONGEST])
    words = [Word("".join(plain(one[0])), *one.span()) for one in WORD.finditer(said)]
    spans = list(_spans(said, words))
    codes = frozenset(code for first, end in spans for code in _codes(words[first:end]))
    if not spans or codes >= GENDERS:
        return None
    typed = tuple(said[words[first].start : words[end - 1].end] for first, end in spans)
    return Whom(codes, typed, _without(said, words, spans))


@cache
def entries() -> Mapping[Key, tuple[str, ...]]:
    """The codes of each entry, whatever its plural."""
    known = vocabulary.files()
    return {key(plain(term), known.acronyms): tuple(said) for term, said in known.whom.items()}


def _spans(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends, the longest first, out of longer ones of other files."""
    at = 0
    while at < len(words):
        ours, others = _length(words[at:]), _length_elsewhere(words[at:])
        if ours >= max(others, 1) and not _is_refused(text, words, at):
            yield at, at + ours
        at += max(ours, others, 1)


def _length(words: list[Word]) -> int:
    """How many words the longest entry here takes."""
    longest = min(len(words), max(map(len, entries())))
    return next((most for most in range(longest, 0, -1) if _codes(words[:most])), 0)


def _codes(words: list[Word]) -> tuple[str, ...]:
    said = [word.plain for word in words]
    return entries().get(key(said, vocabulary.files().acronyms), ())


def _length_elsewhere(words: list[Word]) -> int:
    """How many words a longer entry takes, small words included: « frapper sa femme »."""
    known = vocabulary.load()
    telling = [at for at, word in enumerate(words) if word.plain not in known.small_words]
    for most in range(min(known.longest, len(telling)), 1, -1):
        said = [words[at].plain for at in telling[:most]]
        if telling[0] == 0 and key(said, known.acronyms) in known.meanings:
            return telling[most - 1] + 1
    return 0


def _is_refused(text: str, words: list[Word], at: int) -> bool:
    small = vocabulary.load().small_words - REFUSED
    before = [word.plain for word in words[:at]]
    while before and before[-1] in small:
        before.pop()
    has_mark = REFUSING_MARK.search(text[: words[at].start]) is not None
    return has_mark or bool(before and before[-1] in REFUSED)


def _without(text: str, words: list[Word], spans: list[tuple[int, int]]) -> str:
    """The text without these words, nor the small ones that led to them; empty if it says less."""
    small = vocabulary.load().small_words
    cuts = [(0, 0), *(_cut(words, span, small) for span in spans), (len(text), len(text))]
    kept = (_tidy(text[before[1] : after[0]]) for before, after in pairwise(cuts))
    rest = " ".join(filter(None, kept))
    return rest if any(word not in small for word in plain(rest)) else ""


def _cut(words: list[Word], span: tuple[int, int], small: frozenset[str]) -> tuple[int, int]:
    first, end = span
    while first and words[first - 1].plain in small:
        first -= 1
    return words[first].start, words[end - 1].end


def _tidy(piece: str) -> str:
    return piece.lstrip(JOINING).strip(LOOSE).rstrip(JOINING + LOOSE)
