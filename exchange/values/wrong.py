"""The refusal of one value, and the valid one that looks most like it."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

# Out of 100.
CLOSE_ENOUGH, HELD = 60, 80


class Wrong(ValueError):
    """A value that cannot be kept; the reason is a French sentence for who wrote it."""

    def __init__(self, reason: str, nearest: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.nearest = nearest


def nearest(value: str, valid: Iterable[str]) -> str | None:
    """The valid value written most alike, else the one that holds it; None when none is near."""
    choices = list(valid)
    for scorer, least in ((fuzz.ratio, CLOSE_ENOUGH), (fuzz.WRatio, HELD)):
        found = process.extractOne(
            value[:200],
            choices,
            scorer=scorer,
            processor=utils.default_process,
            score_cutoff=least,
        )
        if found:
            return str(found[0])
    return None
