"""Reads what was typed, whatever it is: its words, folded as offers are, and corrected."""

import re
from dataclasses import dataclass, field, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search import vocabulary
from search.postgresql import spelling
from search.postgresql.terms import terms
from search.vocabulary import replaced

LONGEST_TEXT = 300
MOST_WORDS = 30
UNREADABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
EXCLUDED = re.compile(r"(?<!\S)-(?=\w)")
WITHOUT = "sans"
DOTTED = re.compile(r"\b(?:\w\.){2,}")


@dataclass(frozen=True)
class Typed:
    """The words of a question, as they are spelled here; `title` is the whole of it.

    What is found says none of the `excluded` words; some are several words together.
    """

    title: str = ""
    words: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    corrections: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def read(session: Session, said: str, whole: str = "") -> Typed:
    """What somebody meant to type; `whole` is what they typed, if a part of it is a place."""
    folded, title = _fold(session, *map(_marked, (_clean(said), _clean(whole or said))))
    # A turn of phrase that is all that was typed is read word by word.
    asked = vocabulary.rephrased(folded).split() or folded.split()
    words, excluded = _apart(asked[:MOST_WORDS])
    corrections, unknown = spelling.correct(session, words)
    return Typed(
        title=replaced(" ".join(title.split()[:MOST_WORDS]), corrections),
        words=tuple(replaced(" ".join(words), corrections).split()),
        excluded=excluded,
        corrections=corrections,
        unknown=unknown,
    )


def otherwise(typed: Typed) -> Typed | None:
    """The same with words in use taken for those of the field they look like, when there are."""
    corrections = spelling.alike(typed.words)
    if not corrections:
        return None
    return replace(
        typed,
        title=replaced(typed.title, corrections),
        words=tuple(replaced(" ".join(typed.words), corrections).split()),
        corrections=typed.corrections | corrections,
    )


def _clean(said: str) -> str:
    """The beginning of a text, without what a database cannot hold; "C.H.R.S." is an acronym."""
    readable = UNREADABLE.sub(" ", said[:LONGEST_TEXT])
    return DOTTED.sub(lambda found: found[0].replace(".", "") + " ", readable)


def _marked(text: str) -> str:
    """The mark of an excluded word as a word, which folding keeps."""
    return EXCLUDED.sub(f"{WITHOUT} ", text)


def _apart(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The words wanted, and what follows « sans » or a dash; « sans abri » is wanted.

    « sans espaces verts » excludes the two together. Small words are left out, unless there is
    nothing else.
    """
    known, wanted, excluded = vocabulary.load(), list[str](), list[str]()
    rest = [word for word in words if word not in known.small_words]
    while rest:
        is_without = rest[0] == WITHOUT and len(rest) > 1 and not _is_said(rest)
        (excluded if is_without else wanted).append(_next(rest[1:]) if is_without else rest[0])
        rest = rest[1 + len(excluded[-1].split()) if is_without else 1 :]
    return (wanted or ([] if excluded else words)), tuple(excluded)


def _next(words: list[str]) -> str:
    """The first word, or all those of the entry that begins these words."""
    return " ".join(next(terms(tuple(words))).words)


def _is_said(words: list[str]) -> bool:
    """Whether the vocabulary has an entry that begins these words."""
    known = vocabulary.load()
    lengths = range(2, known.longest + 1)
    return any(vocabulary.key(words[:most], known.acronyms) in known.meanings for most in lengths)


def _fold(session: Session, *texts: str) -> list[str]:
    """The texts as offers are folded; from here on, plans are made for the words asked.

    What a search reads is in memory: to announce each page before reading it takes a tenth longer.
    """
    settings = ("plan_cache_mode", "force_custom_plan"), ("effective_io_concurrency", "0")
    chosen = [sa.func.set_config(name, value, True) for name, value in settings]
    folded = [sa.func.directory.folded(text) for text in texts]
    return list(session.execute(sa.select(*folded, *chosen)).one()[: len(texts)])
