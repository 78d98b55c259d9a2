"""Everything that refers to an organization or to a site, told by the model itself.

A table added later is moved by a merge without a line here. Cases, secret addresses and the copies
for the map are not in the list: the database moves them with their site.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates.rows import Clause
from models.base import Base
from models.codes.duplicates import Level
from models.duplicates import RECORDS
from models.history import Change
from models.organization import SiteSecret


class Reference(NamedTuple):
    """A column that holds the number of a record."""

    table: sa.Table
    column: str


def table_of(model: type[Base]) -> sa.Table:
    """The table of a model that has only one."""
    assert isinstance(model.__table__, sa.Table)
    return model.__table__


CASES = "casework"
LEFT_OUT = frozenset({table_of(SiteSecret)})
# Plain numbers, which the model does not declare as references.
PLAIN = {Level.ORGANIZATION: (), Level.SITE: (Reference(table_of(Change), "site_id"),)}


@cache
def references(level: Level) -> tuple[Reference, ...]:
    """The columns that a merge at this level writes."""
    target = table_of(RECORDS[level])
    declared = (
        Reference(table, key.parent.name)
        for table in Base.metadata.sorted_tables
        if table.schema != CASES and table not in LEFT_OUT
        for key in table.foreign_keys
        if key.column.table is target
    )
    return tuple(sorted(chain(declared, PLAIN[level]), key=lambda one: str(one.table)))


def in_the_way(reference: Reference, old: int, new: int) -> list[Clause]:
    """Rows of the old record whose place is already taken by a row of the new one."""
    table, column = reference.table, reference.table.c[reference.column]
    taken = []
    for names in _unique(table):
        if reference.column in names:
            other = table.alias()
            same = [
                other.c[name].is_not_distinct_from(table.c[name])
                for name in names - {reference.column}
            ]
            taken.append(sa.exists().where(other.c[reference.column] == new, *same))
    return [column == old, sa.or_(*taken)] if taken else [sa.false()]


def _unique(table: sa.Table) -> Iterator[frozenset[str]]:
    """The columns that no two rows share."""
    yield frozenset(column.name for column in table.primary_key)
    for constraint in table.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            yield frozenset(column.name for column in constraint.columns)
    for index in table.indexes:
        if index.unique:
            yield frozenset(column.name for column in index.columns)


def last_ids(session: Session, level: Level) -> dict[str, int]:
    """The highest number given so far in each of these tables: what is higher came later."""
    numbered = {
        reference.table
        for reference in references(level)
        if isinstance(getattr(reference.table.c.get("id"), "type", None), sa.BigInteger)
    }
    return {
        str(table): session.scalar(sa.select(sa.func.max(table.c.id))) or 0 for table in numbered
    }
