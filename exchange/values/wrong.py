"""The refusal of one value, and the valid one that looks most like it."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

CLOSE_ENOUGH = 60


class Wrong(ValueError):
    """A value that cannot be kept; the reason is a French sentence for who wrote it."""

    def __init__(self, reason: str, nearest: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.nearest = nearest


def nearest(value: str, valid: Iterable[str]) -> str | None:
    """The valid value written most alike, or None when none is near (score under 60 of 100)."""
    found = process.extractOne(
        value[:200],
        list(valid),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=CLOSE_ENOUGH,
    )
    return found[0] if found else None
