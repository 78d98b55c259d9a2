"""What a split would give back, and what was added since and stays."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates import queries, rows
from app.duplicates.fields import FIELDS
from app.duplicates.preview import Moved
from app.duplicates.references import references
from models.base import Base
from models.codes.duplicates import Piece
from models.duplicates import RECORDS, DuplicatePair, Merge, MergePiece
from models.history import Change
from models.organization import Site

OF_PAIRS, OF_CHANGES = str(DuplicatePair.__table__), str(Change.__table__)
OF_SITES = str(Site.__table__)


@dataclass(frozen=True)
class Undo:
    """Rows that go back by kind, rows added since, fields replaced; whether it can be done now.

    `first` are the merges of its sites to be split before this one.
    """

    returned: list[Moved]
    stays: list[Moved]
    fields: str
    is_possible: bool
    first: Sequence[Merge]


def read(session: Session, made: Merge) -> Undo:
    """Look at it piece by piece: a split does the same."""
    pieces = [one for one in made.pieces if one.table_name != OF_PAIRS]
    counted = Counter(one.table_name for one in pieces if _goes_back(session, made, one))
    names = [one.column_name or "" for one in pieces if one.what is Piece.CHANGED]
    model = RECORDS[made.level]
    is_there = session.scalar(sa.select(model.id).where(model.id == made.kept_id)) is not None
    stays, fields = _ordered(_added(session, made)), labels(made, names)
    return Undo(_ordered(counted), stays, fields, is_there, first(session, made))


def first(session: Session, made: Merge) -> Sequence[Merge]:
    """Merges made since between the sites of both: a site absorbed then would not go back."""
    moved = [
        int(one.row_key["id"])
        for one in made.pieces
        if one.what is Piece.MOVED and one.table_name == OF_SITES
    ]
    return session.scalars(queries.of_sites_since(made, moved)).all() if moved else ()


def labels(made: Merge, columns: list[str]) -> str:
    """The fields that these columns belong to, in French."""
    found = [
        one.label for one in FIELDS[made.level] if set(one.columns or (one.name,)) & set(columns)
    ]
    return ", ".join(found)


def _goes_back(session: Session, made: Merge, piece: MergePiece) -> bool:
    if piece.what is not Piece.MOVED:
        return piece.what is Piece.SET_ASIDE
    table = Base.metadata.tables[piece.table_name]
    mine = [*rows.at(table, piece.row_key), table.c[piece.column_name or ""] == made.kept_id]
    return session.scalar(sa.select(sa.literal(1)).select_from(table).where(*mine)) is not None


def _added(session: Session, made: Merge) -> Counter[str]:
    """Rows of the kept record numbered after the merge."""
    last: dict[str, Any] = next(
        ((one.after or {}).get("last", {}) for one in made.pieces if one.what is Piece.ABSORBED), {}
    )
    counted: Counter[str] = Counter()
    for table, column in references(made.level):
        # Its history goes on; nobody added it.
        if str(table) in last and str(table) != OF_CHANGES:
            new = [table.c[column] == made.kept_id, table.c.id > last[str(table)]]
            number = sa.select(sa.func.count()).select_from(table).where(*new)
            counted[str(table)] += session.scalar(number) or 0
    return counted


def _ordered(counted: Counter[str]) -> list[Moved]:
    told = [Moved(table, number) for table, number in counted.items() if number]
    return sorted(told, key=lambda one: one.words)
