"""Verbs on pairs: seen by somebody, told distinct, put back in the list, handed over by a merge."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.duplicates import queries, rows
from app.duplicates.fields import Record
from app.duplicates.references import table_of
from app.duplicates.scope import level_of
from models.account import Account
from models.base import now
from models.codes.duplicates import PairState
from models.duplicates import DuplicatePair, Merge
from search.duplicates import compare
from search.duplicates.reading import cards


def pair_up(session: Session, one: Record, other: Record) -> DuplicatePair:
    """The pair of two records, written if nobody ever compared them."""
    level = level_of(one)
    first, second = sorted((one.id, other.id))
    read = cards(session, level, {first, second})
    likeness = compare(read[first][0], read[second][0])
    new = insert(DuplicatePair).values(
        level=level,
        first_id=first,
        second_id=second,
        state=PairState.PROPOSED,
        score=likeness.score,
        reasons=likeness.facts,
        department_codes=sorted(read[first][1] | read[second][1]),
        found_at=now(),
    )
    session.execute(new.on_conflict_do_nothing(index_elements=["level", "first_id", "second_id"]))
    return session.scalars(queries.pair_of(level, first, second)).one()


def report(pair: DuplicatePair, *, by: Account, note: str | None) -> None:
    """Somebody says that they are one; what was told distinct is to be looked at again."""
    if pair.state is PairState.DISTINCT:
        pair.move_to(PairState.PROPOSED, by=by)
    pair.reported_by_id, pair.reported_at, pair.note = by.id, now(), note or None


def tell_distinct(pair: DuplicatePair, *, by: Account) -> None:
    """They are two: no search proposes them again."""
    pair.move_to(PairState.DISTINCT, by=by)


def propose_again(pair: DuplicatePair, *, by: Account) -> None:
    """They may be one after all."""
    pair.move_to(PairState.PROPOSED, by=by)


def hand_over(session: Session, made: Merge) -> list[rows.Content]:
    """Take away the other pairs of the absorbed record; the kept one inherits the distinct ones.

    Gives what was taken away, to be written back by a split.
    """
    table = table_of(DuplicatePair)
    theirs = [
        table.c.level == made.level,
        (table.c.first_id == made.absorbed_id) | (table.c.second_id == made.absorbed_id),
        table.c.first_id.not_in([made.kept_id]) & table.c.second_id.not_in([made.kept_id]),
    ]
    gone = rows.contents(session, table, *theirs)
    session.execute(sa.delete(table).where(*theirs))
    for content in gone:
        if content["state"] == PairState.DISTINCT:
            session.execute(_inherited(made, content))
    return gone


def _inherited(made: Merge, content: rows.Content) -> sa.Insert:
    ids = {int(content[name] or 0) for name in ("first_id", "second_id")} - {made.absorbed_id}
    first, second = sorted(ids | {made.kept_id})
    table = table_of(DuplicatePair)
    values = {
        name: rows.value(table.c[name], said) for name, said in content.items() if name != "id"
    }
    return (
        insert(table)
        .values(values | {"first_id": first, "second_id": second})
        .on_conflict_do_nothing()
    )
