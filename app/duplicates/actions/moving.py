"""Moves rows from one record to another, and tells what it did."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates import rows
from app.duplicates.references import Reference
from models.codes.duplicates import Piece

Pieces = Iterator[dict[str, Any]]


def put_aside(session: Session, reference: Reference, which: list[rows.Clause]) -> Pieces:
    """Remove these rows, told whole."""
    table = reference.table
    for one in rows.contents(session, table, *which):
        yield piece(Piece.SET_ASIDE, table, rows.key(table, one), before=one)
        session.execute(sa.delete(table).where(*rows.at(table, rows.key(table, one))))


def move(session: Session, reference: Reference, old: int, new: int) -> Pieces:
    """Give the old record's rows to the new one."""
    table, column = reference
    keys = [sa.cast(one, sa.Text).label(one.name) for one in table.primary_key]
    moved = sa.update(table).where(table.c[column] == old).values({column: new}).returning(*keys)
    for row in session.execute(moved).mappings().all():
        told = {"before": {column: old}, "after": {column: new}}
        yield piece(Piece.MOVED, table, dict(row), column, **told)


def piece(
    what: Piece, table: sa.Table, row_key: Any, column: str | None = None, **told: Any
) -> dict[str, Any]:
    """One line of what a merge did; `told` is `before` and `after`."""
    said = {"before": None, "after": None} | told
    return {
        "what": what,
        "table_name": str(table),
        "row_key": row_key,
        "column_name": column,
    } | said
