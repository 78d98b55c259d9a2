"""Remembers what a result was made from, so that it is made again only when that changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from setup.paths import ROOT, STATE


class Stamp:
    """The sum of some source files, compared with the one kept after the last success."""

    def __init__(self, name: str, sources: Iterable[Path]) -> None:
        self.path = STATE / f"{name}.stamp"
        digest = hashlib.sha256()
        for source in sources:
            if source.is_file():
                digest.update(str(source.relative_to(ROOT)).encode() + b"\0" + source.read_bytes())
        self.sum = digest.hexdigest()

    def is_current(self) -> bool:
        """Whether nothing changed since the stamp was kept."""
        return self.path.exists() and self.path.read_text() == self.sum

    def keep(self) -> None:
        """Remember these sources; call it once the result is whole."""
        self.path.write_text(self.sum)
