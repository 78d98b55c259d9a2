"""A question with fewer words, for when no offer says them all; those of the field stay longest."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from search import vocabulary
from search.vocabulary import key, kinds, plain, singular
from search.vocabulary.whom import REFUSED, WORD, Word
from search.vocabulary.whom import REFUSING_MARK as MARK

MOST_TERMS, MOST_TRIED = 6, 12
# How much a term says of what is looked for.
OF_THE_FIELD, OF_A_KIND, ANY = 4, 3, 1
# A street goes on: « place des Tanneurs ».
GOES_ON = frozenset({"d", "de", "des", "du"})
LOOSE = " ,;:+/&()"


class Fewer(NamedTuple):
    """The text that is left, the words that were taken out of it, and how much it still says."""

    kept: str
    left_out: tuple[str, ...]
    weight: int


class Term(NamedTuple):
    """Words that mean one thing, from where they were led to; of no weight, they always stay."""

    start: int
    first: int
    end: int
    weight: int


def fewer(text: str, unknown: tuple[str, ...] = ()) -> Iterator[Fewer]:
    """The same without some words, those that keep most of what it says first; few of them.

    One of those that say most is always kept, and none of the `unknown` words, which no offer has.
    """
    terms = list(_terms(text))
    known = [term for term in terms if not set(plain(_told(text, term))) <= set(unknown)]
    stay = [term for term in known if not term.weight]
    asked = [term for term in known if term.weight][:MOST_TERMS]
    for some in _ways(asked)[:MOST_TRIED]:
        kept = sorted([*stay, *some])
        left_out = tuple(_told(text, term) for term in terms if term not in kept)
        yield Fewer(_joined(text, kept), left_out, sum(term.weight for term in kept))


def _joined(text: str, kept: list[Term]) -> str:
    """The terms with the small words between two that followed each other."""
    ends = [-1, *(term.end for term in kept)]
    led = [
        term.start if term.start == end else term.first
        for term, end in zip(kept, ends, strict=False)
    ]
    said = (text[start : term.end] for start, term in zip(led, kept, strict=True))
    return " ".join(one.strip(LOOSE) for one in said)


def _ways(asked: list[Term]) -> list[tuple[Term, ...]]:
    """Some of the terms, the weightiest first, then those that were typed first."""
    heaviest = max((term.weight for term in asked), default=0)
    lengths = range(len(asked) - 1, 0, -1)
    ways = [some for length in lengths for some in combinations(asked, length)]
    heavy = [some for some in ways if any(term.weight == heaviest for term in some)]
    return sorted(heavy, key=lambda some: -sum(term.weight for term in some))


def _told(text: str, term: Term) -> str:
    return text[term.first : term.end]


def _terms(text: str) -> Iterator[Term]:
    """The longest entries first; small words go with what they lead to."""
    words = [Word("".join(plain(one[0])), *one.span()) for one in WORD.finditer(text)]
    at, led_from = 0, 0
    while at < len(words):
        length, weight = _longest(words[at:])
        if weight is not None:
            end = words[at + length - 1].end
            is_marked = MARK.search(text[: words[at].start]) is not None
            first = words[at].start - is_marked
            yield Term(led_from, first, end, 0 if is_marked else weight)
            led_from = end
        at += length


def _longest(words: list[Word]) -> tuple[int, int | None]:
    """How many words the next term takes, and its weight; None for small words."""
    said = [word.plain for word in words]
    small = vocabulary.load().small_words
    length, other = _phrase(said)
    if length and other != ["sans"]:
        return length, _weight(other) if other else None
    if not length and said[0] in small:
        return 1, None
    if (entry := _entry(said)) == 1 and (length or said[0] in REFUSED):
        # What is refused stays refused.
        length = length or 1
        return min(length + _entry(said[length:]), len(said)), 0
    return entry, _weight(said[:entry])


def _phrase(said: list[str]) -> tuple[int, list[str]]:
    """How many words a turn of phrase takes, and what is read in their stead."""
    for phrase, other in vocabulary.files().phrases.items():
        words = phrase.split()
        if said[: len(words)] == words and not set(said[len(words) : len(words) + 1]) & GOES_ON:
            return len(words), other.split()
    return 0, []


def _entry(said: list[str]) -> int:
    """How many words the longest entry here takes, one if there is none."""
    known = vocabulary.load()
    telling = [at for at, word in enumerate(said) if word not in known.small_words]
    for most in range(min(known.longest, len(telling)), 1, -1):
        together = key([said[at] for at in telling[:most]], known.acronyms)
        if together in known.meanings or together in kinds.labels():
            return telling[most - 1] + 1
    return 1


def _weight(said: list[str]) -> int:
    known = vocabulary.load()
    telling = [word for word in said if word not in known.small_words]
    if key(telling, known.acronyms) in known.meanings:
        return OF_THE_FIELD
    return OF_A_KIND if {*telling, *map(singular, telling)} & kinds.words() else ANY
