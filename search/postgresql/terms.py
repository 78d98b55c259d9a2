"""Turns words into a text query: each with all it may mean, the last as a beginning too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from search import vocabulary
from search.engine import Synonym
from search.postgresql.stems import endings, stems
from search.vocabulary import plain

SHORTEST_PREFIX = 3
# The first letters of the words of a text and of those of a name.
ANYWHERE = ("", "~")
IN_NAMES = ("~",)
Places = tuple[str, ...]
# Stands for the square that a question is about: no word holds it.
SQUARE = "□"


@dataclass(frozen=True)
class Term:
    """One or several words that mean one thing, and what else that is called."""

    words: tuple[str, ...]
    means: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A text query; the same of the names alone, only as it is said, and in one square.

    An excluded word that is in the very name excludes nothing: no square is asked of it.
    """

    anywhere: str
    in_names: str
    said_in_names: str
    in_square: str = ""

    def of(self, squares: Places) -> list[str]:
        """What is asked of the words of each square."""
        return [self.in_square.replace(SQUARE, square) for square in squares if self.in_square]


def terms(words: tuple[str, ...]) -> Iterator[Term]:
    """The longest entries of the vocabulary first; other words stand for themselves."""
    known = vocabulary.load()
    while words:
        for length in range(min(known.longest, len(words)), 0, -1):
            key = vocabulary.key(words[:length], known.acronyms)
            if length == 1 or key in known.meanings:
                break
        yield Term(words[:length], known.meanings.get(key, ()))
        words = words[length:]


def synonyms(asked: list[Term]) -> tuple[Synonym, ...]:
    """What the page says was understood."""
    return tuple(Synonym(" ".join(term.words), term.means) for term in asked if term.means)


def query(session: Session, asked: list[Term], excluded: tuple[str, ...] = ()) -> Query:
    """Every term is met, by its own words or by one of its meanings; no excluded word is there."""
    last = asked[-1].words[-1] if asked else ""
    is_start = len(last) >= SHORTEST_PREFIX and last not in vocabulary.load().acronyms
    ends = endings(session, last) if is_start else []
    alone = {word for several in excluded for word in several.split()}
    writer = Writer(stems(session, {*spelled(asked), *alone}), last, ends, _is_street(asked))
    ways = writer.write(asked, ANYWHERE), writer.write(asked, IN_NAMES), writer.said(asked)
    if excluded:
        return Query(*(writer.without(excluded, way) for way in ways))
    return Query(*ways, writer.write(asked, (SQUARE,)))


def _is_street(asked: list[Term]) -> bool:
    """Whether a street is named: « rue des Lilas », not « à la rue »."""
    return len(asked) > 1 and any(term.words[0] in vocabulary.load().streets for term in asked)


def spelled(asked: list[Term]) -> Iterator[str]:
    """Every word of the terms and of their meanings."""
    for term in asked:
        yield from term.words
        for meaning in term.means:
            yield from plain(meaning)


@dataclass(frozen=True)
class Writer:
    """Writes text queries; words hold letters and figures only, so none can be an operator."""

    stems: Mapping[str, str]
    last: str
    endings: list[str]
    is_street: bool = False

    def write(self, asked: list[Term], places: Places) -> str:
        """All the terms, in names or anywhere."""
        return " & ".join(self._term(term, places) for term in asked)

    def said(self, asked: list[Term]) -> str:
        """All the terms in names, by their own whole words."""
        return " & ".join(self._phrase(list(term.words), IN_NAMES) for term in asked)

    def without(self, words: tuple[str, ...], asked: str) -> str:
        """What is asked, and none of these words anywhere."""
        nowhere = (f"!{self._phrase(word.split(), ANYWHERE)}" for word in words)
        return " & ".join(filter(None, (asked, *nowhere)))

    def _term(self, term: Term, places: Places) -> str:
        own = self._phrase(list(term.words), places, last=self.last)
        return either([own, *(self._phrase(plain(meaning), places) for meaning in term.means)])

    def _phrase(self, words: list[str], places: Places, last: str = "") -> str:
        known = vocabulary.load()
        if len(words) == 1 and words[0] in known.acronyms:
            return either(lexeme(f"={words[0]}", places))
        asked = [word for word in words if word not in known.small_words] or words
        return f"({' & '.join(self._word(word, places, last) for word in asked)})"

    def _word(self, word: str, places: Places, last: str) -> str:
        is_start = word == last and len(word) >= SHORTEST_PREFIX
        # What a beginning reaches already is not asked twice: an index reads each of them whole.
        is_reached = is_start and self.stems[word].startswith(word)
        ways = [] if is_reached else lexeme(self.stems[word], places)
        if not word.isalpha():
            ways += lexeme(f"={word}", places)
        if self.is_street:
            texts = tuple(place for place in places if not place.endswith("~"))
            ways += lexeme(f"=@{word}", texts, ":*" * (word == last))
        if is_start:
            for start in (word, f"={word}"):
                ways += lexeme(start, places, ":*")
            for root in self.endings:
                ways += lexeme(root, places)
        return either(ways)


def lexeme(text: str, places: Places, flag: str = "") -> list[str]:
    """One indexed word, in each of the places."""
    return [f"'{place}{text}'{flag}" for place in places]


def either(ways: list[str]) -> str:
    """Any of the ways will do."""
    return f"({' | '.join(ways)})"
