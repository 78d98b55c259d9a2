"""How the columns of a free spreadsheet were understood, and corrected, by whose list it is."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from exchange.corrected import ADDED
from exchange.reading import Column
from models.import_memory import ImportMapping


def key(headings: Sequence[str]) -> str:
    """The same columns, in whatever order, are the same spreadsheet, its lines to correct too."""
    told = sorted(set(headings) - ADDED)
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()


def remembered(session: Session, origin: str, headings: Sequence[str]) -> dict[str, Any] | None:
    """Heading to field as somebody said it last, or None."""
    found = session.get(ImportMapping, (origin, key(headings)))
    return found.mapping if found else None


def remember(
    session: Session, origin: str, headings: Sequence[str], mapping: Mapping[str, str]
) -> None:
    """Keep it for the next file with these columns."""
    said = ImportMapping(origin=origin, headings_key=key(headings), mapping=dict(mapping))
    session.merge(said)


def as_facts(column: Column) -> dict[str, Any]:
    """A column as a run keeps it."""
    return asdict(column) | {"samples": list(column.samples)}
