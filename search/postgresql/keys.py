"""Where the next page starts: what the last offer shown was ordered by, as text for a link."""

import math
import re
from typing import NamedTuple

WRITTEN = re.compile(r"([0-3])_([0-9.e+-]{1,25})_([0-9]{1,18})", re.ASCII)


class Key(NamedTuple):
    """The values offers are ordered by: kind of match, metres on the sphere, id."""

    rank: int
    metres: float
    offer_id: int

    def __str__(self) -> str:
        return f"{self.rank}_{self.metres!r}_{self.offer_id}"


def parse(text: str | None) -> Key | None:
    """The key a link holds; one that was tampered with leads to the first page."""
    found = WRITTEN.fullmatch(text or "")
    if found is None:
        return None
    try:
        key = Key(int(found[1]), float(found[2]), int(found[3]))
    except ValueError:
        return None
    return key if math.isfinite(key.metres) else None
