"""What every lifecycle shares: the error of a move that the table of moves does not list."""

from models.base import Code


class IllegalMove(Exception):
    """A change of status that its lifecycle does not allow; the page comes back as it now is."""

    def __init__(self, current: Code, wanted: Code) -> None:
        super().__init__(f"{current.label} → {wanted.label}")
        self.current = current
        self.wanted = wanted
