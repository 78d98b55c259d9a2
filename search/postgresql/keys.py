"""Where the next page starts: the group reached, and those of it already shown, as a link's text.

A group holds what matches alike within one kilometre; what changes from one minute to the next,
free places and confirmations, only orders a group. So whatever changes between two pages, none of
its offers is shown twice or forgotten.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

LONGEST = 60_000
WRITTEN = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)
KM = 1_000


class Key(NamedTuple):
    """How well the last offer shown matches, its whole kilometres, and its group's shown ids."""

    rank: int
    km: int
    shown: frozenset[int]

    def __str__(self) -> str:
        return f"{self.rank}_{self.km}_{_written(self.shown)}"


def parse(text: str | None) -> Key | None:
    """The key a link holds; one that was tampered with leads to the first page."""
    try:
        rank, km, shown = (text or "")[:LONGEST].split("_", 2)
        return Key(_small(rank), _small(km), frozenset(_read(shown)))
    except ValueError:
        return None


def _small(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        raise ValueError(text)
    return int(text)


def _written(ids: Iterable[int]) -> str:
    """Ids in order, each as what it adds to the one before, seven bits a byte."""
    steps = [after - before for before, after in pairwise([0, *sorted(ids)])]
    said = bytes(byte for step in steps for byte in _bytes(step))
    return base64.urlsafe_b64encode(said).decode().rstrip("=")


def _read(text: str) -> Iterator[int]:
    if not WRITTEN.fullmatch(text):
        raise ValueError(text)
    return accumulate(_steps(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))


def _bytes(step: int) -> Iterator[int]:
    while step > 127:
        yield step & 127 | 128
        step >>= 7
    yield step


def _steps(said: bytes) -> Iterator[int]:
    step = place = 0
    for byte in said:
        step |= (byte & 127) << place
        place += 7
        if place > 63:
            raise ValueError("too long a step")
        if byte < 128:
            yield step
            step = place = 0
