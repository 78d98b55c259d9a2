"""Objects set aside on disk until what they belong to has been read, so that memory stays small."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from exchange.line import Line
from exchange.values.wrong import Wrong

COLUMNS = "number, told, cells, part, remarks"
SCHEMA = f"""
CREATE TABLE owner (id TEXT PRIMARY KEY, key TEXT, {COLUMNS});
CREATE TABLE owned (id TEXT PRIMARY KEY, key TEXT, {COLUMNS});
"""


class Kept(NamedTuple):
    """What was set aside: the line it was, and its plain values."""

    line: Line
    told: dict[str, Any]


class Spool:
    """Owners (structures) in their order, each with what it owns (services)."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="lecture-")
        # A job goes on with what another began, in whichever thread: never two at once.
        self.base = sqlite3.connect(
            Path(self.folder.name) / "spool", isolation_level=None, check_same_thread=False
        )
        self.base.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {SCHEMA} BEGIN")

    def keep(self, table: str, key: str, line: Line, told: dict[str, Any]) -> bool:
        """Set an owner or an owned aside under the key they share; False if its id is there."""
        texts = (json.dumps(told), json.dumps(dict(line.cells)), line.part)
        remarks = json.dumps([[remark.field, remark.reason] for remark in line.remarks])
        values = (told["id"], key, line.number, *texts, remarks)
        kept = self.base.execute(
            f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)", values
        )
        return kept.rowcount > 0

    def families(self) -> Iterator[tuple[str, Kept | None, list[Kept]]]:
        """Each owner with its own, then, by key, those whose owner is not there."""
        self.base.execute("CREATE INDEX by_key ON owned (key)")
        owners = self.base.execute(f"SELECT key, {COLUMNS} FROM owner ORDER BY rowid")
        for key, *row in owners:
            yield key, _kept(row), self._owned(key)
        keys = "SELECT DISTINCT key FROM owned WHERE key NOT IN (SELECT key FROM owner)"
        for (key,) in self.base.execute(keys):
            yield key, None, self._owned(key)

    def _owned(self, key: str) -> list[Kept]:
        query = f"SELECT {COLUMNS} FROM owned WHERE key = ? ORDER BY rowid"
        return [_kept(row) for row in self.base.execute(query, (key,))]

    def close(self) -> None:
        """Leave nothing on disk."""
        self.base.close()
        self.folder.cleanup()


def _kept(row: Any) -> Kept:
    number, told, cells, part, remarks = row
    line = Line(number, json.loads(cells), part=part)
    for field, reason in json.loads(remarks):
        line.note(field, Wrong(reason))
    return Kept(line, json.loads(told))
