"""Cells of files one takes away: none is a formula, none holds what a file cannot."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

Item = TypeVar("Item")

# A spreadsheet would take these for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# What XML cannot say: control characters and halves of characters.
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
AT_ONCE = 500


def harmless(value: Any) -> Any:
    """A text that begins like a formula is preceded by an apostrophe, as spreadsheets ask."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def speakable(value: Any) -> Any:
    """A text as a file of XML can hold it."""
    return UNSPEAKABLE.sub("", value) if isinstance(value, str) else value


def batches(rows: Iterable[Item]) -> Iterator[list[Item]]:
    """The rows some hundreds at a time, so that none waits for all."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


def file_name(label: str, day: object, extension: str) -> str:
    """« rhone-2026-11-22.csv »: plain letters, whatever the label is made of."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    place = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "selection"
    return f"{place}-{day}.{extension}"
