"""When records were last changed, as an import found it: taken back, nothing tells it was there.

Without it, who takes back a second import, then the first, would be told that somebody
had changed since the records that the first one made.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from models.base import now
from models.imports import ImportRow

STAMPED = "modified_at"


def stamp(records: Iterable[Any]) -> list[dict[str, Any]]:
    """Say that these records change now; gives when they had, as a line keeps it."""
    at = now()
    told = []
    for record in (one for one in records if hasattr(one, STAMPED)):
        table = sa.inspect(type(record)).base_mapper.local_table.name
        before = record.modified_at.isoformat()
        told.append({"table": table, "id": record.id, "old": before, "new": at.isoformat()})
        record.modified_at = at
    return told


def unstamp(row: ImportRow, held: Mapping[tuple[str, int], Any]) -> None:
    """Put back when they had changed, unless they did again."""
    for one in row.done.get("stamps", []):
        record = held.get((one["table"], one["id"]))
        if record is not None and record.modified_at == dt.datetime.fromisoformat(one["new"]):
            record.modified_at = dt.datetime.fromisoformat(one["old"])
