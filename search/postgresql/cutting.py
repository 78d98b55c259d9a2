"""Words run together, split in two, or with two letters swapped, put right by the words in use."""

from collections.abc import Collection, Iterator
from itertools import pairwise

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.search import SearchWord
from search import vocabulary
from search.postgresql.nearest import of_the_field

SHORTEST_PIECE = 4
LONGEST_WORD = 40
MOST_PIECES = 4


def recut(session: Session, words: list[str], strange: Collection[str]) -> dict[str, str]:
    """What the strange words are once cut or swapped otherwise: "espacesverts", "ville urbanne"."""
    if not strange:
        return {}
    pairs = list(_pairs(words, strange))
    asked = {first + second for first, second in pairs}
    for word in strange:
        asked |= {*_pieces(word), *_swapped(word)}
    known = _known(session, asked)
    joined = {f"{a} {b}": a + b for a, b in pairs if a + b in known}
    whole = [word for word in strange if not any(word in pair.split() for pair in joined)]
    return joined | {word: right for word in whole if (right := _right(word, known))}


def _right(word: str, known: Collection[str]) -> str | None:
    for swapped in _swapped(word):
        if swapped in known:
            return swapped
    # A letter is sooner wrong than two words run together: « misson » is not « miss on ».
    if close := of_the_field(word):
        return close
    cut = _cut(word, known, MOST_PIECES)
    return " ".join(cut) if len(cut) > 1 else None


def _cut(word: str, known: Collection[str], most: int) -> list[str]:
    """The fewest known words that make this one, or none."""
    if not word or (word in known and _is_piece(word)):
        return [word]
    if most == 1:
        return []
    ways = [
        [word[:end], *rest]
        for end in range(1, len(word))
        if _is_piece(word[:end]) and word[:end] in known
        if (rest := _cut(word[end:], known, most - 1))
    ]
    return min(ways, key=len, default=[])


def _known(session: Session, asked: Collection[str]) -> set[str]:
    """Those of the words that are in use; one of which only the plural is used is a word too."""
    loaded = vocabulary.load()
    ours = {word for word in asked if word in loaded.words | loaded.acronyms | loaded.small_words}
    forms = {*asked, *(f"{word}s" for word in asked)}
    found = sa.select(SearchWord.word).where(SearchWord.word.in_(sorted(forms)))
    used = set(session.scalars(found))
    return ours | {word for word in asked if word in used or f"{word}s" in used}


def _pairs(words: list[str], strange: Collection[str]) -> Iterator[tuple[str, str]]:
    for first, second in pairwise(words):
        if first in strange or second in strange:
            yield first, second


def _pieces(word: str) -> Iterator[str]:
    """Every stretch of letters that could be a word of its own."""
    letters = word[:LONGEST_WORD]
    for start in range(len(letters)):
        for end in range(start + 1, len(letters) + 1):
            if _is_piece(letters[start:end]):
                yield letters[start:end]


def _is_piece(word: str) -> bool:
    """Short words are only believed when they are small words or acronyms."""
    loaded = vocabulary.load()
    return len(word) >= SHORTEST_PIECE or word in loaded.small_words | loaded.acronyms


def _swapped(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
