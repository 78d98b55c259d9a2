"""One typing mistake in a word put right, for when nothing begins with what was typed."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import sqlalchemy as sa
from rapidfuzz.distance import OSA
from sqlalchemy.orm import Session

from models.reference import Commune
from models.search import SearchWord
from search import vocabulary
from search.suggesting.kinds import named
from search.vocabulary import replaced

SHORTEST, LONGEST = 5, 40
MOST_WORDS = 2
# Words alike that are looked at, the most alike first.
MOST_ALIKE = 40
# Mistakes in what begins a word, then in all of it; then the shortest, then the alphabet.
Closeness = tuple[int, int, int, str]


def mended(session: Session, text: str, words: list[str]) -> str | None:
    """The text with the words it should hold, or None when no word is nearly another one."""
    long = [word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()]
    used = set(session.scalars(sa.select(SearchWord.word).where(SearchWord.word.in_(long))))
    doubtful = [word for word in long if word not in used][-MOST_WORDS:]
    close = {word: _right(session, word) for word in doubtful}
    corrections = {word: right for word, right in close.items() if right}
    return replaced(text, corrections) if corrections else None


def _right(session: Session, word: str) -> str | None:
    """The word that was meant, ours before others; None when this one begins a known one."""
    close = _close(word, _ours())
    for column in (SearchWord.word, Commune.name_key):
        if not close:
            close = _close(word, session.scalars(_alike(word, column)).all())
    right = min(close, key=lambda one: close[one], default=None)
    return None if right is None or right.startswith(word) else right


def _close(word: str, known: Iterable[str]) -> dict[str, Closeness]:
    """Those whose beginning is this word but for one letter, wrong, missing, too many or swapped.

    The first letter is seldom wrong. A whole word is closer than one that was half typed.
    """
    close = {one: _closeness(word, one) for one in known if one[0] == word[0]}
    return {one: told for one, told in close.items() if told[0] <= 1}


def _closeness(word: str, known: str) -> Closeness:
    if known.startswith(word):
        return 0, 0, len(known), known
    starts = (known[:letters] for letters in range(len(word) - 1, len(word) + 2))
    begun = min(OSA.distance(word, one, score_cutoff=1) for one in starts)
    return begun, OSA.distance(word, known, score_cutoff=1), len(known), known


@cache
def _ours() -> frozenset[str]:
    """The words of the field and of the names of kinds."""
    names = (word for one in named() for word in one.names)
    said = {*vocabulary.files().words, *names}
    return frozenset(word for word in said if len(word) >= SHORTEST)


def _alike(word: str, column: Any) -> sa.Select[str]:
    """Words that look like this one."""
    likeness = sa.func.similarity(column, word)
    alike = sa.select(column).where(column.bool_op("%")(word))
    return alike.order_by(likeness.desc(), column).limit(MOST_ALIKE)
