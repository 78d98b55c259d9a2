"""Where the next page starts: what the last offer shown was ordered by, as text for a link."""

import re
from typing import NamedTuple

from search.engine import Hit

WRITTEN = re.compile(r"[0-2]\.[0-9]{1,9}\.[0-9]{1,18}", re.ASCII)


class Key(NamedTuple):
    """The values offers are ordered by."""

    rank: int
    metres: int
    offer_id: int


def after(hit: Hit) -> str:
    """The key of the page that follows this offer."""
    return f"{hit.rank}.{hit.distance_m or 0}.{hit.offer_id}"


def parse(text: str | None) -> Key | None:
    """The key a link holds; one that was tampered with leads to the first page."""
    if text is None or not WRITTEN.fullmatch(text):
        return None
    return Key(*map(int, text.split(".")))
