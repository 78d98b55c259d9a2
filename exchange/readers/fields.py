"""What a column of a free spreadsheet may hold, and the names people give it."""

import re
from functools import cache
from pathlib import Path

import yaml

from exchange.values.text import folded

SMALL = re.compile(r"\b(?:de|du|des|d|la|les?|l|a|aux?|et|ou|en|pour|sur|par|une?)\b")


@cache
def _told() -> dict[str, list[str]]:
    text = Path(__file__).with_name("fields.yml").read_text("utf-8")
    # Everything is text: « no » is a heading.
    told: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)
    return told


@cache
def labels() -> dict[str, str]:
    """Field → its name in French, in the order in which they are offered to somebody."""
    return {field: names[0] for field, names in _told().items()}


@cache
def synonyms() -> dict[str, str]:
    """Heading, brought down to its bare words → field."""
    return {bare(name): field for field, names in _told().items() for name in names}


def bare(heading: str) -> str:
    """« N° de téléphone » → « no telephone »."""
    words = folded(heading.replace("°", "o "))
    kept = SMALL.sub(" ", words).split() or words.split()
    return " ".join("no" if word == "n" else word for word in kept)
