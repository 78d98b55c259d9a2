"""Merges one record into another, and keeps what it takes to split them again."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates import rows
from app.duplicates.actions.history import note
from app.duplicates.actions.moving import Pieces, move, piece, put_aside
from app.duplicates.actions.pairs import hand_over
from app.duplicates.fields import Record, columns
from app.duplicates.references import Reference, in_the_way, last_ids, references, table_of
from app.duplicates.scope import departments, level_of, name_of, offers_of
from models.account import Account
from models.base import now
from models.codes.duplicates import Level, Piece
from models.codes.history import ChangeKind
from models.codes.organization import PointPrecision
from models.duplicates import DuplicatePair, Merge, MergePiece
from models.offer import AudienceRule
from models.organization import Site, SiteSecret
from search import indexing

AUDIENCE = "audience"
OF_AUDIENCE = {Level.ORGANIZATION: "organization_id", Level.SITE: "site_id"}


def merge(
    session: Session, kept: Record, absorbed: Record, *, by: Account, take: Collection[str] = ()
) -> Merge:
    """Move all that is the absorbed one's to the kept one, and remove it.

    `take` names the fields (app/duplicates/fields.py) whose value is that of the absorbed one. The
    caller holds both rows, in the order of their numbers.
    """
    made = _begin(session, kept, absorbed, by)
    session.execute(
        sa.insert(MergePiece),
        [{"merge_id": made.id} | one for one in _pieces(session, made, kept, absorbed, take)],
    )
    session.expire_all()
    indexing.mark(session, session.scalars(offers_of(made.level, made.kept_id)).all())
    note(session, made, ChangeKind.MERGED, by=by)
    return made


def _begin(session: Session, kept: Record, absorbed: Record, by: Account) -> Merge:
    made = Merge(
        level=level_of(kept),
        kept_id=kept.id,
        absorbed_id=absorbed.id,
        kept_name=name_of(kept),
        absorbed_name=name_of(absorbed),
        department_codes=sorted(departments(session, kept, absorbed)),
        merged_by_id=by.id,
        merged_by=by.name,
    )
    session.add(made)
    session.flush()
    return made


def _pieces(
    session: Session, made: Merge, kept: Record, absorbed: Record, take: Collection[str]
) -> Pieces:
    """In this order; a split takes them in the other one."""
    yield from _secrets(session, made)
    yield from _fields(session, kept, absorbed, take)
    if AUDIENCE in take:
        rule = Reference(table_of(AudienceRule), OF_AUDIENCE[made.level])
        yield from put_aside(session, rule, [rule.table.c[rule.column] == kept.id])
    yield from _pairs(session, made)
    for reference in references(made.level):
        yield from put_aside(session, reference, in_the_way(reference, absorbed.id, kept.id))
        yield from move(session, reference, absorbed.id, kept.id)
    yield _remove(session, made, absorbed)


def _secrets(session: Session, made: Merge) -> Pieces:
    """The database moves the secret address, which nobody here may read."""
    if made.level is Level.SITE:
        moved = sa.func.directory.merge_secrets(made.id, made.kept_id, made.absorbed_id)
        done = session.scalar(sa.select(moved))
        yield piece(Piece.SECRET, table_of(SiteSecret), {}, after={"done": done})


def _fields(session: Session, kept: Record, absorbed: Record, take: Collection[str]) -> Pieces:
    table = table_of(type(kept))
    [before] = rows.contents(session, table, table.c.id == kept.id)
    for name in columns(level_of(kept), frozenset(take)):
        setattr(kept, name, getattr(absorbed, name))
    if isinstance(kept, Site) and _is_secret(kept, absorbed):
        _hide(kept)
    # Changed in any case: it is compared with the others anew, and no import takes it back.
    kept.modified_at = now()
    session.flush()
    [after] = rows.contents(session, table, table.c.id == kept.id)
    for name in before:
        if before[name] != after[name] and name != "modified_at":
            told = {"before": {name: before[name]}, "after": {name: after[name]}}
            yield piece(Piece.CHANGED, table, rows.key(table, before), name, **told)


def _is_secret(*records: Record) -> bool:
    return any(isinstance(one, Site) and one.is_confidential for one in records)


def _hide(site: Site) -> None:
    """Everybody sees the commune's point: no address, nor the stop round the corner (design §4)."""
    site.is_confidential, site.address, site.public_point = True, None, site.commune.point
    site.nearest_stop = site.nearest_stop_walk_min = None
    site.precision = PointPrecision.HIDDEN


def _pairs(session: Session, made: Merge) -> Pieces:
    """Other pairs of the absorbed one are compared anew; what was told distinct still is."""
    table = table_of(DuplicatePair)
    for gone in hand_over(session, made):
        yield piece(Piece.SET_ASIDE, table, rows.key(table, gone), before=gone)


def _remove(session: Session, made: Merge, absorbed: Record) -> dict[str, Any]:
    table = table_of(type(absorbed))
    last = last_ids(session, made.level)
    [content] = rows.contents(session, table, table.c.id == made.absorbed_id)
    session.expunge(absorbed)
    session.execute(sa.delete(table).where(table.c.id == made.absorbed_id))
    return piece(
        Piece.ABSORBED, table, rows.key(table, content), before=content, after={"last": last}
    )
