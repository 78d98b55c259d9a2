"""One page of a list already made: the rows that follow a key."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

PAGE = 50
Row = TypeVar("Row")


class Slice(NamedTuple, Generic[Row]):
    """Some rows, the key after which the next ones come, and that of the page before.

    The page before is the first one when it has no key.
    """

    rows: Sequence[Row]
    next_key: str | None
    has_previous: bool
    previous_key: str | None


def cut(found: Sequence[Row], key: Callable[[Row], str], after: str | None) -> Slice[Row]:
    """The rows that follow a key; from the first one when it is not on the list."""
    keys = [key(row) for row in found]
    start = keys.index(after) + 1 if after in keys else 0
    end, before = start + PAGE, start - PAGE
    next_key = keys[end - 1] if end < len(keys) else None
    return Slice(found[start:end], next_key, start > 0, keys[before - 1] if before > 0 else None)
