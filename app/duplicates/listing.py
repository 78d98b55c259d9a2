"""One page of the pairs that wait, with their records read at once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.duplicates import queries
from app.duplicates.fields import Record
from app.duplicates.queries import Key
from models.codes.duplicates import Level
from models.duplicates import RECORDS, DuplicatePair
from models.organization import Organization, Site
from search.duplicates import degree, sentences

PAGE = 20
# Counts are not taken further.
MOST = 1_000
Visible = Callable[[Level], Select[Any]]
BESIDE = {
    Level.ORGANIZATION: selectinload(Organization.sites),
    Level.SITE: joinedload(Site.organization),
}


@dataclass(frozen=True)
class Proposed:
    """A pair with its records, and why it is one."""

    pair: DuplicatePair
    records: tuple[Record, Record]

    @property
    def degree(self) -> str:
        """How likely, in words."""
        return degree(self.pair.score)

    @property
    def said(self) -> tuple[list[str], list[str]]:
        """What brings the two together, what sets them apart."""
        return sentences(self.pair.reasons)


@dataclass(frozen=True)
class Page:
    """Some pairs, how many there are in all (to `MOST`), and where the next page begins."""

    shown: list[Proposed]
    count: int
    next_key: str | None


def after(text: str | None) -> Key | None:
    """The key that a link carries; a broken one is the beginning."""
    score, _, pair_id = (text or "").partition("-")
    if not (score.isdigit() and pair_id.isdigit() and len(pair_id) < 19 and len(score) < 4):
        return None
    return Key(int(score), int(pair_id))


def read(session: Session, departments: Collection[str], key: Key | None, visible: Visible) -> Page:
    """One page, in a fixed number of queries."""
    pairs = queries.waiting(departments)
    found = session.scalars(queries.page_of(pairs, key, PAGE)).all()
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(
        with_records(session, found[:PAGE], visible),
        count(session, departments),
        f"{last.score}-{last.id}" if last else None,
    )


def count(session: Session, departments: Collection[str]) -> int:
    """How many pairs wait there; not counted past `MOST`."""
    some = queries.waiting(departments).with_only_columns(DuplicatePair.id).limit(MOST + 1)
    return session.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0


def with_records(
    session: Session, pairs: Sequence[DuplicatePair], visible: Visible
) -> list[Proposed]:
    """The pairs whose two records exist for the account."""
    found: dict[tuple[Level, int], Record] = {}
    for level, model in RECORDS.items():
        ids = {key for one in pairs if one.level is level for key in (one.first_id, one.second_id)}
        if ids:
            query = visible(level).where(model.id.in_(ids)).options(BESIDE[level])
            found |= {(level, row.id): row for row in session.scalars(query).unique()}
    return [
        Proposed(one, (found[one.level, one.first_id], found[one.level, one.second_id]))
        for one in pairs
        if {(one.level, one.first_id), (one.level, one.second_id)} <= found.keys()
    ]
