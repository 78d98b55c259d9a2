"""Undoes a merge: all that it moved goes back, what was added since stays."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates import queries, rows
from app.duplicates.actions.history import note
from app.duplicates.scope import offers_of
from models.account import Account
from models.base import Base, now
from models.codes.duplicates import Level, PairState, Piece
from models.codes.history import ChangeKind
from models.duplicates import Merge, MergePiece
from models.organization import Organization, Site
from search import indexing


@dataclass
class Returned:
    """How many rows went back, and the fields left as they are because somebody changed them."""

    rows: int = 0
    left: list[str] = field(default_factory=list)


def split(session: Session, made: Merge, *, by: Account) -> Returned:
    """Write the absorbed record again and give it back what came from it.

    The caller holds the merge and the record that was kept.
    """
    returned = Returned()
    for piece in reversed(made.pieces):
        UNDO[piece.what](session, made, piece, returned)
    made.split_at, made.split_by_id = now(), by.id
    _apart(session, made, by)
    session.flush()
    session.expire_all()
    _found_anew(session, made)
    note(session, made, ChangeKind.SPLIT, by=by)
    return returned


def _write_again(session: Session, made: Merge, piece: MergePiece, returned: Returned) -> None:
    if rows.write_back(session, _table(piece), piece.before or {}):
        returned.rows += piece.what is Piece.SET_ASIDE


def _give_back(session: Session, made: Merge, piece: MergePiece, returned: Returned) -> None:
    """Unless it was moved again since, or is no more."""
    table, column = _table(piece), piece.column_name or ""
    mine = [*rows.at(table, piece.row_key), table.c[column] == made.kept_id]
    back = sa.update(table).where(*mine).values({column: made.absorbed_id})
    returned.rows += session.execute(back.returning(sa.literal(1))).first() is not None


def _restore(session: Session, made: Merge, piece: MergePiece, returned: Returned) -> None:
    """What the kept one said before, unless somebody changed it since."""
    table, name = _table(piece), piece.column_name or ""
    before, after = piece.before or {}, piece.after or {}
    same = [*rows.at(table, piece.row_key), rows.says(table.c[name], after[name])]
    restored = sa.update(table).where(*same).values({name: rows.value(table.c[name], before[name])})
    if session.execute(restored.returning(sa.literal(1))).first() is None:
        returned.left.append(name)


def _reveal(session: Session, made: Merge, piece: MergePiece, returned: Returned) -> None:
    done = (piece.after or {}).get("done")
    undo = sa.func.directory.split_secrets(made.id, done, made.kept_id, made.absorbed_id)
    session.execute(sa.select(undo))


UNDO: dict[Piece, Callable[[Session, Merge, MergePiece, Returned], Any]] = {
    Piece.ABSORBED: _write_again,
    Piece.SET_ASIDE: _write_again,
    Piece.MOVED: _give_back,
    Piece.CHANGED: _restore,
    Piece.SECRET: _reveal,
}


def _apart(session: Session, made: Merge, by: Account) -> None:
    """Whoever splits two records says that they are two."""
    first, second = sorted((made.kept_id, made.absorbed_id))
    pair = session.scalars(queries.pair_of(made.level, first, second)).one_or_none()
    if pair and pair.state is not PairState.DISTINCT:
        pair.move_to(PairState.DISTINCT, by=by)


def _found_anew(session: Session, made: Merge) -> None:
    """Both are searched as they now are, and compared with the others again."""
    both = (made.kept_id, made.absorbed_id)
    indexing.mark(session, session.scalars(offers_of(made.level, *both)).all())
    model = Site if made.level is Level.SITE else Organization
    session.execute(sa.update(model).where(model.id.in_(both)).values(modified_at=now()))


def _table(piece: MergePiece) -> sa.Table:
    return Base.metadata.tables[piece.table_name]
