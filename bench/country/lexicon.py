"""Thousands of words that look French, the first ones used far more often than the last."""

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from bench.country.dice import Dice
from bench.country.names import ENDINGS, ONSETS, SMALL, VOWELS
from search import vocabulary

SIZE = 40_000
# Sentences of the demonstration: some two thousand words of the field, spelled as people do.
SENTENCES = Path(__file__).parents[2] / "seeds/demo/data"


class Lexicon:
    """Words by rank; the word of rank n is drawn about n times less often than the first."""

    def __init__(self, names: list[str]) -> None:
        known = sorted({*vocabulary.load().words, *_spoken()})
        dice = Dice("lexicon")
        dice.shuffle(known)
        rare = dict.fromkeys(_word(dice) for _ in range(SIZE))
        spelled = [*rare, *names]
        dice.shuffle(spelled)
        self.words = list(dict.fromkeys([*SMALL, *known, *spelled]))
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def sentence(self, dice: Dice, least: int, most: int) -> str:
        """So many words, the first with a capital."""
        count = dice.randint(least, most)
        said = " ".join(dice.choices(self.words, cum_weights=self.weights, k=count))
        return f"{said[0].upper()}{said[1:]}."

    def name(self, dice: Dice) -> str:
        """One word that is not small."""
        return self.words[dice.randrange(len(SMALL), len(self.words))].capitalize()


def _spoken() -> Iterator[str]:
    for file in sorted(SENTENCES.glob("*.yml")):
        said = " ".join(_texts(yaml.safe_load(file.read_text())))
        yield from re.findall(r"[a-zà-ÿœ]{3,}", said.lower())


def _texts(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for part in entry.values() if isinstance(entry, dict) else entry:
            yield from _texts(part)


def _word(dice: Dice) -> str:
    syllables = (dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(dice.randint(1, 2)))
    return f"{''.join(syllables)}{dice.choice(ONSETS)}{dice.choice(ENDINGS)}"
