"""What is missing in a record, as its page says it."""

from collections.abc import Iterable
from dataclasses import dataclass

FILLED = "Part des renseignements utiles qui sont remplis."


@dataclass(frozen=True)
class Gap:
    """One thing missing, or said in part, and where one says it."""

    advice: str
    url: str
    partly: bool = False


@dataclass(frozen=True)
class Gaps:
    """How complete a record is, from 0 to 100, and what is missing."""

    percent: int
    meaning: str
    unmet: tuple[Gap, ...]


def filled(wanted: Iterable[tuple[str, bool, str]]) -> Gaps:
    """Each thing wanted: the advice, whether it is there, where one says it."""
    rows = list(wanted)
    missing = tuple(Gap(advice, url) for advice, is_there, url in rows if not is_there)
    return Gaps(round(100 * (len(rows) - len(missing)) / len(rows)), FILLED, missing)
