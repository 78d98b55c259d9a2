"""Reads what was typed: folds it, corrects each unknown word against the words really used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.search import OfferSearch, SearchWord
from search import vocabulary
from search.vocabulary import singular

LONGEST_TEXT = 300
MOST_WORDS = 30
MOST_CORRECTIONS = 5
SHORTEST_CORRECTED = 4
UNREADABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
DOTTED = re.compile(r"\b(?:\w\.){2,}")
FRENCH = sa.literal_column("'directory.french'::regconfig")


@dataclass(frozen=True)
class Typed:
    """The words of a question, as they are spelled here."""

    title: str = ""
    words: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def read(session: Session, said: str) -> Typed:
    """What somebody meant to type; any text can be read, the empty one too."""
    text = fold(session, clean(said))
    if not text:
        return Typed()
    words = worth_asking(text.split()[:MOST_WORDS])
    strange = [word for word in dict.fromkeys(words) if not is_in_vocabulary(word)]
    strange = [word for word in strange if word not in known(session, strange)]
    corrections, unknown = correct(session, strange[:MOST_CORRECTIONS], last=words[-1])
    return Typed(
        title=" ".join(corrections.get(word, word) for word in text.split()),
        words=tuple(corrections.get(word, word) for word in words),
        corrections=corrections,
        unknown=tuple(unknown),
    )


def clean(said: str) -> str:
    """The beginning of a text, without what a database cannot hold; "C.H.R.S." is an acronym."""
    readable = UNREADABLE.sub(" ", said[:LONGEST_TEXT])
    return DOTTED.sub(lambda found: found[0].replace(".", "") + " ", readable)


def fold(session: Session, text: str) -> str:
    """The text as offers are folded; from here to the end of the transaction, plans fit the words asked."""
    custom = sa.func.set_config("plan_cache_mode", "force_custom_plan", True)
    row = session.execute(sa.select(sa.func.directory.folded(text), custom)).one()
    return str(row[0])


def worth_asking(words: list[str]) -> list[str]:
    """Small words are left out, unless there is nothing else."""
    small = vocabulary.load().small_words
    return [word for word in words if word not in small] or words


def is_in_vocabulary(word: str) -> bool:
    """Figures and very short words are taken as they are."""
    spelled = vocabulary.load().words
    return len(word) < SHORTEST_CORRECTED or not word.isalpha() or {word, singular(word)} & spelled != set()


def known(session: Session, words: list[str]) -> set[str]:
    """Those of the words that some published offer spells this way."""
    if not words:
        return set()
    return set(session.scalars(sa.select(SearchWord.word).where(SearchWord.word.in_(words))))


def correct(session: Session, words: list[str], *, last: str) -> tuple[dict[str, str], list[str]]:
    """The closest word for each, and those that are close to none."""
    corrections, unknown = {}, []
    for word in words:
        if is_used(session, word, is_prefix=word == last):
            continue
        if closest := closest_to(session, word):
            corrections[word] = closest
        else:
            unknown.append(word)
    return corrections, unknown


def is_used(session: Session, word: str, *, is_prefix: bool) -> bool:
    """Whether another form of the word is used, or a word that starts with it."""
    asked = sa.func.to_tsquery(FRENCH, word)
    form = sa.exists().where(OfferSearch.words.op("@@")(asked))
    start = sa.exists().where(SearchWord.word.startswith(word), sa.literal(is_prefix))
    return bool(session.scalar(sa.select(sa.or_(form, start))))


def closest_to(session: Session, word: str) -> str | None:
    """The word really used, or known to the vocabulary, that is spelled most like this one."""
    spelled = sa.cast(sorted(vocabulary.load().words), ARRAY(sa.Text))
    ours = sa.func.unnest(spelled).column_valued("ours")
    used = sa.select(SearchWord.word).where(SearchWord.word.op("%")(word))
    words = used.union(sa.select(ours).where(ours.op("%")(word))).subquery()
    column: sa.ColumnElement[Any] = words.c.word
    mistakes = sa.func.levenshtein_less_equal(column, word, 3)
    order = (mistakes, sa.func.similarity(column, word).desc(), column)
    close = sa.select(column).where(mistakes <= tolerated(word)).order_by(*order)
    return session.scalar(close.limit(1))


def tolerated(word: str) -> int:
    """How many letters may be wrong, missing or too many."""
    return 1 if len(word) < 5 else 2 if len(word) < 9 else 3
