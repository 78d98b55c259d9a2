"""Files being read, open from one job to the next: to reach a line again, all before it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.imports.communes import Communes
from app.imports.lines import Item
from exchange.reading import Reading

Mapped = Mapping[str, Any] | None


@dataclass(slots=True)
class Opened:
    """A file, how its columns were said to be understood, and how many lines of it were taken."""

    reading: Reading
    items: Iterator[Item]
    towns: Communes
    mapping: Mapped
    done: int


class Desk:
    """What this process is reading; another process, or this one started anew, opens it again."""

    def __init__(self) -> None:
        self.opened: dict[int, Opened] = {}

    def keep(self, run_id: int, opened: Opened) -> None:
        """Leave it open for the next job."""
        self.opened[run_id] = opened

    def take(self, run_id: int, *, mapping: Mapped, done: int) -> Opened | None:
        """The file where it was left, unless somebody else read it meanwhile, or otherwise."""
        opened = self.opened.pop(run_id, None)
        if opened and (opened.mapping, opened.done) != (mapping, done):
            opened.reading.close()
            return None
        return opened

    def forget(self, run_id: int) -> None:
        """Close it: nobody will read further."""
        if opened := self.opened.pop(run_id, None):
            opened.reading.close()
