"""Names in capitals made readable: acronyms stay, small words go down, accents come back."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from exchange.values.text import folded

WORD = re.compile(r"[^\W\d_]+|\d+\w*", re.UNICODE)
VOWELS = set("AEIOUYÀÂÉÈÊËÎÏÔÛÙÜ")
DOTTED = re.compile(r"\b(?:[A-Z]\.\s?){2,}(?:[A-Z]\b)?")
ELIDED = re.compile(r"\b([DL]) (?=[AEIOUYHÉÈÊ]\w)")
LONGEST_LETTERS = 5


@cache
def words() -> dict[str, Any]:
    """The lists of `words.yml`."""
    told: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    told["acronyms"] = frozenset(told["acronyms"].split())
    told["small"] = frozenset(told["small"].split())
    told["accents"] = {folded(word).upper(): word for word in told["accents"].split()}
    return told


def readable(name: str) -> str:
    """« CHRS L'ESPERANCE » → « CHRS L'Espérance »; a name not all in capitals is left alone."""
    if not name.isupper():
        return name
    joined = DOTTED.sub(_joined, ELIDED.sub(r"\1'", name))
    spelt = WORD.sub(lambda found: _spelt(found[0], found.start()), joined)
    return spelt[:1].upper() + spelt[1:]


def _joined(dotted: re.Match[str]) -> str:
    """« C. H. R. S. » → « CHRS »."""
    end = " " if dotted[0].endswith(" ") else ""
    return re.sub(r"[.\s]", "", dotted[0]) + end


def _spelt(word: str, start: int) -> str:
    told = words()
    if word in told["acronyms"] or word[0].isdigit():
        return word
    if start and word.lower() in told["small"]:
        return word.lower()
    expanded = told["abbreviations"].get(word)
    if expanded or word in told["accents"]:
        return str(expanded or told["accents"][word]).capitalize()
    return word if _is_letters(word) else word.capitalize()


def _is_letters(word: str) -> bool:
    """An acronym nobody listed: a few letters, no vowel."""
    return 1 < len(word) <= LONGEST_LETTERS and not VOWELS & set(word)
