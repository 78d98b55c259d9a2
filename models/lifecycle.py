"""What lifecycles share: the look into a table of moves, and the error of a move not there."""

from collections.abc import Mapping
from typing import TypeVar

from models.base import Code

Status = TypeVar("Status", bound=Code)


class IllegalMove(Exception):
    """A change of status that its lifecycle does not allow; the page comes back as it now is."""

    def __init__(self, current: Code, wanted: Code) -> None:
        super().__init__(f"{current.label} → {wanted.label}")
        self.current = current
        self.wanted = wanted


def check_move(moves: Mapping[Status, frozenset[Status]], current: Status, wanted: Status) -> None:
    """Raise `IllegalMove` unless the table lists this move."""
    if wanted not in moves[current]:
        raise IllegalMove(current, wanted)
