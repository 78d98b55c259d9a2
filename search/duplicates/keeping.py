"""The pairs remembered: proposed with their score, or told distinct, which no search undoes."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models.base import now
from models.codes.duplicates import Level, PairState
from models.duplicates import RECORDS, DuplicatePair
from search.duplicates.neighbours import Ids

BATCH = 1_000
KEY = ("level", "first_id", "second_id")
FOUND = ("score", "reasons", "department_codes")


def keep(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    """Write pairs: a new one is proposed; one known gets its new score and keeps its state."""
    statement = insert(DuplicatePair).values(state=PairState.PROPOSED, found_at=now())
    changed = {name: statement.excluded[name] for name in FOUND}
    upsert = statement.on_conflict_do_update(index_elements=KEY, set_=changed)
    rows = list(rows)
    for start in range(0, len(rows), BATCH):
        session.execute(upsert, rows[start : start + BATCH])


def tell_distinct(
    session: Session, pairs: Iterable[Ids], *, by_id: int | None, departments: Iterable[str]
) -> None:
    """Organizations that somebody said are two, before anything proposed them as one."""
    told = {"level": Level.ORGANIZATION, "score": 0, "department_codes": sorted(departments)}
    decided = {"state": PairState.DISTINCT, "decided_by_id": by_id, "decided_at": now()}
    rows = [
        {**told, **decided, "first_id": min(pair), "second_id": max(pair)} for pair in set(pairs)
    ]
    if rows:
        session.execute(insert(DuplicatePair).on_conflict_do_nothing(index_elements=KEY), rows)


def forget(session: Session, level: Level, pairs: Iterable[Ids]) -> None:
    """Pairs that are alike no more; those that a person saw or decided stay."""
    untouched = DuplicatePair.state == PairState.PROPOSED, DuplicatePair.reported_at.is_(None)
    for first, second in pairs:
        session.execute(
            sa.delete(DuplicatePair).where(
                *untouched,
                DuplicatePair.level == level,
                DuplicatePair.first_id == first,
                DuplicatePair.second_id == second,
            )
        )


def forget_gone(session: Session) -> None:
    """Pairs one of whose records is no more; those merged stay, to be split one day."""
    apart = DuplicatePair.state != PairState.MERGED
    for level, model in RECORDS.items():
        for column in (DuplicatePair.first_id, DuplicatePair.second_id):
            gone = ~sa.exists().where(model.id == column)
            session.execute(
                sa.delete(DuplicatePair).where(DuplicatePair.level == level, apart, gone)
            )


def known(session: Session, level: Level, ids: Iterable[int] | None = None) -> set[Ids]:
    """The pairs written so far, of some records or of all."""
    query = sa.select(DuplicatePair.first_id, DuplicatePair.second_id).where(
        DuplicatePair.level == level
    )
    if ids is not None:
        wanted = sorted(ids)
        query = query.where(
            DuplicatePair.first_id.in_(wanted) | DuplicatePair.second_id.in_(wanted)
        )
    return {(first, second) for first, second in session.execute(query)}


def proposed(session: Session) -> int:
    """How many pairs wait for somebody."""
    waiting = DuplicatePair.state == PairState.PROPOSED
    number = sa.select(sa.func.count()).select_from(DuplicatePair).where(waiting)
    return session.scalar(number) or 0
