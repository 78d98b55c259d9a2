"""What words are made of, and the names of people and streets that do not exist."""

from pathlib import Path

import yaml

_WORDS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "words.yml").read_text(encoding="utf-8")
)
ONSETS, VOWELS, ENDINGS = _WORDS["onsets"], _WORDS["vowels"], _WORDS["endings"]
# What holds sentences together, before what is talked about and what is seldom said.
SMALL = _WORDS["small"]
FIRST, LAST, STREETS = _WORDS["first"], _WORDS["last"], _WORDS["streets"]
