"""One page of a list already made: the rows that follow a key."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

PAGE = 50
Row = TypeVar("Row")


class Slice(NamedTuple, Generic[Row]):
    """Some rows, and the key after which the next ones come."""

    rows: Sequence[Row]
    next_key: str | None


def cut(found: Sequence[Row], key: Callable[[Row], str], after: str | None) -> Slice[Row]:
    """The rows that follow a key; from the first one when it is not on the list."""
    keys = [key(row) for row in found]
    start = keys.index(after) + 1 if after in keys else 0
    end = start + PAGE
    return Slice(found[start:end], keys[end - 1] if end < len(keys) else None)
