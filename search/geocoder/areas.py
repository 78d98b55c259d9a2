"""The département that a text says: after the name of a commune, or alone at its end."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from sqlalchemy.orm import Session

from search.geocoder import coded
from search.geocoder.names import fold
from search.geocoder.place import Place

# « Saint-Denis (93) », « csapa 2A »: a number of a département is never the first word.
AT_END = re.compile(r"(?<=[\w)] )\(?(\d{2}|97\d|2[ab])\)?$", re.IGNORECASE)
WORD = re.compile(r"[^\w]*\w+\)?")
# « Alpes-de-Haute-Provence ».
MOST_WORDS = 4
# « moins de 25 », « de 16 à 25 » are ages.
OF_AGES = frozenset({"a", "de", "et", "moins", "plus", "entre"})


def named_after(namesakes: Iterable[Any], after: str) -> tuple[Any, int] | None:
    """The commune whose département comes right after its name, and the letters that takes."""
    words = WORD.findall(after)[:MOST_WORDS]
    for said in reversed(list(accumulate(words))):
        area = fold(said)
        for row in namesakes:
            if area and area in (row.department_code.lower(), fold(row.department)):
                return row, len(said)
    return None


def at_end(session: Session, text: str) -> tuple[Place, tuple[int, int]] | None:
    """The département whose number ends a text that says more, and where it is."""
    number = AT_END.search(text.rstrip())
    if number is None or set(fold(text[: number.start()]).split()[-1:]) & OF_AGES:
        return None
    place = next(coded.department(session, number[1]), None)
    return (place, number.span()) if place else None
