"""Corrects a typed word against the words really used in the directory."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY
from sqlalchemy.orm import Session

from models.search import OfferSearch, SearchWord
from search import vocabulary
from search.postgresql import nearest
from search.postgresql.cutting import recut
from search.postgresql.stems import stems
from search.vocabulary import singular

SHORTEST_CORRECTED = 4
# Letters past which nothing is close: levenshtein() takes 255 at most.
LONGEST = 60
MOST_CORRECTIONS = 5


def correct(session: Session, words: list[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What stands for words that nobody uses, and those that are close to none.

    A key holds two words when they are one, a value several when one word is several.
    """
    strange = _unused(session, words)
    corrections = recut(session, words, strange)
    unknown = []
    for word in strange:
        if any(word in typed.split() for typed in corrections):
            continue
        if closest := _begun(word, words) or _closest(session, word):
            corrections[word] = closest
        else:
            unknown.append(word)
    return corrections, tuple(unknown)


def alike(words: Iterable[str]) -> dict[str, str]:
    """Words in use that are nearly one of the field: Misson, a village, for « mission »."""
    doubtful = (word for word in words if not _is_in_vocabulary(word))
    close = ((word, nearest.of_the_field(word)) for word in doubtful)
    return {word: found for word, found in close if found}


def _unused(session: Session, words: list[str]) -> list[str]:
    """The strange words of which no offer uses another form, nor a longer one."""
    strange = _strange(session, words)
    roots = stems(session, strange) if strange else {}
    return [
        word
        for word in strange
        if not _is_used(session, word, roots[word], is_start=word == words[-1])
    ]


def _begun(word: str, words: list[str]) -> str | None:
    """The shortest word of the vocabulary that the last one begins."""
    if word != words[-1]:
        return None
    ours = [one for one in vocabulary.load().words if one.startswith(word)]
    return min(ours, key=lambda one: (len(one), one), default=None)


def _strange(session: Session, words: list[str]) -> list[str]:
    """Words that neither the vocabulary nor an offer spells this way; there are seldom any."""
    doubtful = [word for word in dict.fromkeys(words) if not _is_in_vocabulary(word)]
    if not doubtful:
        return []
    found = sa.select(SearchWord.word).where(SearchWord.word.in_(doubtful))
    spelled = set(session.scalars(found))
    return [word for word in doubtful if word not in spelled][:MOST_CORRECTIONS]


def _is_in_vocabulary(word: str) -> bool:
    """Figures and very short words are taken as they are."""
    spelled = vocabulary.load().words
    is_plain = len(word) < SHORTEST_CORRECTED or not word.isalpha()
    return is_plain or word in spelled or singular(word) in spelled


def _is_used(session: Session, word: str, root: str, *, is_start: bool) -> bool:
    """Whether another form of the word is used, or a word it starts."""
    asked = sa.cast(f"'{root}' | '~{root}'", TSQUERY)
    ways = [sa.exists().where(OfferSearch.words.bool_op("@@")(asked))]
    if is_start:
        ways.append(sa.exists().where(SearchWord.word.startswith(word)))
    return bool(session.scalar(sa.select(sa.or_(*ways))))


def _closest(session: Session, word: str) -> str | None:
    """The word of the directory or of the vocabulary that is spelled most like this one."""
    if len(word) > LONGEST:
        return None
    spelled = sa.cast(sorted(vocabulary.load().words), ARRAY(sa.Text))
    ours = sa.func.unnest(spelled).column_valued("ours")
    used = sa.select(SearchWord.word).where(SearchWord.word.bool_op("%")(word))
    words = used.union(sa.select(ours).where(ours.bool_op("%")(word))).subquery()
    column: sa.ColumnElement[Any] = words.c.word
    mistakes = sa.func.levenshtein(column, word)
    order = (mistakes, sa.func.similarity(column, word).desc(), column)
    close = sa.select(column).where(mistakes <= _tolerated(word)).order_by(*order)
    return session.scalar(close.limit(1))


def _tolerated(word: str) -> int:
    """How many letters may be wrong, missing or too many."""
    if len(word) < 5:
        return 1
    return 2 if len(word) < 9 else 3
