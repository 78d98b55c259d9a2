"""Turns words into a text query: each word with all it may mean, the last one as a beginning too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models.search import SearchWord
from search import vocabulary
from search.engine import Synonym
from search.vocabulary import plain, singular

SHORTEST_PREFIX = 3
MOST_ENDINGS = 40
STEM = sa.literal_column("'directory.french_stem'")


@dataclass(frozen=True)
class Term:
    """One or several words that mean one thing, and what else that is called."""

    words: tuple[str, ...]
    means: tuple[str, ...] = ()

@dataclass(frozen=True)
class Query:
    """A text query, and the same one asked of the names alone."""

    anywhere: str
    in_names: str


def terms(words: tuple[str, ...]) -> Iterator[Term]:
    """The longest entries of the vocabulary first; other words stand for themselves."""
    known = vocabulary.load()
    while words:
        for length in range(min(known.longest, len(words)), 0, -1):
            key = tuple(singular(word) for word in words[:length])
            if length == 1 or key in known.meanings:
                break
        yield Term(words[:length], known.meanings.get(key, ()))
        words = words[length:]


def synonyms(asked: list[Term]) -> tuple[Synonym, ...]:
    """What the page says was understood."""
    return tuple(Synonym(" ".join(term.words), term.means) for term in asked if term.means)


def query(session: Session, asked: list[Term]) -> Query:
    """Every term must be met, by its own words or by one of its meanings."""
    last = asked[-1].words[-1]
    writer = Writer(stems(session, set(spelled(asked))), last, endings(session, last))
    return Query(writer.write(asked, ""), writer.write(asked, "A"))


def spelled(asked: list[Term]) -> Iterator[str]:
    """Every word of the terms and of their meanings."""
    for term in asked:
        yield from term.words
        for meaning in term.means:
            yield from plain(meaning)


def stems(session: Session, words: set[str]) -> dict[str, str]:
    """Each word with the stem offers are indexed under."""
    word = sa.func.unnest(sa.cast(sorted(words), ARRAY(sa.Text))).column_valued("word")
    rows = session.execute(sa.select(word, stem(word)))
    return {spelling: root for spelling, root in rows}


def endings(session: Session, start: str) -> list[str]:
    """Stems shorter than this beginning of their words: "logem" starts "logement", whose stem is "log"."""
    if len(start) < SHORTEST_PREFIX or start in vocabulary.load().acronyms:
        return []
    root = stem(SearchWord.word)
    shorter = sa.not_(sa.func.starts_with(root, start))
    found = sa.select(root).where(SearchWord.word.startswith(start), shorter)
    return list(session.scalars(found.distinct().limit(MOST_ENDINGS)))


def stem(word: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """What the French dictionary cuts a word down to."""
    return sa.func.ts_lexize(STEM, word, type_=ARRAY(sa.Text))[1]


@dataclass(frozen=True)
class Writer:
    """Writes text queries; words hold letters and figures only, so none can be an operator."""

    stems: Mapping[str, str]
    last: str
    endings: list[str]

    def write(self, asked: list[Term], weight: str) -> str:
        """All the terms, looked for where the weight says."""
        return " & ".join(self._term(term, weight) for term in asked)

    def _term(self, term: Term, weight: str) -> str:
        own = self._phrase(list(term.words), weight, last=self.last)
        others = [self._phrase(plain(meaning), weight) for meaning in term.means]
        return f"({' | '.join([own, *others])})"

    def _phrase(self, words: list[str], weight: str, last: str = "") -> str:
        known = vocabulary.load()
        if len(words) == 1 and words[0] in known.acronyms:
            return lexeme(f"={words[0]}", weight)
        asked = [word for word in words if word not in known.small_words] or words
        return f"({' & '.join(self._word(word, weight, last) for word in asked)})"

    def _word(self, word: str, weight: str, last: str) -> str:
        ways = [lexeme(self.stems[word], weight)]
        if not word.isalpha():
            ways.append(lexeme(f"={word}", weight))
        if word == last and len(word) >= SHORTEST_PREFIX:
            starts = [lexeme(start, f"*{weight}") for start in (word, f"={word}")]
            ways += starts + [lexeme(root, weight) for root in self.endings]
        return f"({' | '.join(ways)})"


def lexeme(text: str, flags: str) -> str:
    """One word of a text query."""
    return f"'{text}':{flags}" if flags else f"'{text}'"
