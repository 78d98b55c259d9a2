"""Reads what was typed, whatever it is: its words, folded as offers are, and corrected."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search import vocabulary
from search.postgresql import spelling

LONGEST_TEXT = 300
MOST_WORDS = 30
UNREADABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
DOTTED = re.compile(r"\b(?:\w\.){2,}")


@dataclass(frozen=True)
class Typed:
    """The words of a question, as they are spelled here; `title` is the whole of it."""

    title: str = ""
    words: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def read(session: Session, said: str) -> Typed:
    """What somebody meant to type."""
    said_words = _fold(session, _clean(said)).split()[:MOST_WORDS]
    words = _worth_asking(said_words)
    corrections, unknown = spelling.correct(session, words)
    return Typed(
        title=" ".join(corrections.get(word, word) for word in said_words),
        words=tuple(corrections.get(word, word) for word in words),
        corrections=corrections,
        unknown=unknown,
    )


def _clean(said: str) -> str:
    """The beginning of a text, without what a database cannot hold; "C.H.R.S." is an acronym."""
    readable = UNREADABLE.sub(" ", said[:LONGEST_TEXT])
    return DOTTED.sub(lambda found: found[0].replace(".", "") + " ", readable)


def _fold(session: Session, text: str) -> str:
    """The text as offers are folded; from here on, plans are made for the words asked."""
    custom = sa.func.set_config("plan_cache_mode", "force_custom_plan", True)
    return str(session.execute(sa.select(sa.func.directory.folded(text), custom)).one()[0])


def _worth_asking(words: list[str]) -> list[str]:
    """Small words are left out, unless there is nothing else."""
    small = vocabulary.load().small_words
    return [word for word in words if word not in small] or words
