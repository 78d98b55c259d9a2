"""Rows of any table as text, so that what a merge removes can be written back as it was."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

Content = dict[str, str | None]
Clause = sa.ColumnElement[bool]


def written(table: sa.Table) -> list[sa.Column[Any]]:
    """The columns that somebody writes: not those the database works out."""
    return [column for column in table.columns if column.computed is None]


def contents(session: Session, table: sa.Table, *where: Clause) -> list[Content]:
    """Rows, each value as PostgreSQL writes it in text."""
    columns = [sa.cast(column, sa.Text).label(column.name) for column in written(table)]
    return [dict(row) for row in session.execute(sa.select(*columns).where(*where)).mappings()]


def key(table: sa.Table, content: Content) -> Content:
    """What tells a row from the others of its table."""
    return {column.name: content[column.name] for column in table.primary_key}


def at(table: sa.Table, row_key: Content) -> list[Clause]:
    """The conditions that find this row again."""
    return [table.c[name] == value(table.c[name], said) for name, said in row_key.items()]


def value(column: sa.Column[Any], said: str | None) -> sa.ColumnElement[Any]:
    """A text as a value of this column."""
    return sa.cast(sa.literal(said, sa.Text), column.type)


def says(column: sa.Column[Any], said: str | None) -> Clause:
    """Whether the column still holds what this text says."""
    return sa.cast(column, sa.Text).is_not_distinct_from(said)


def write_back(session: Session, table: sa.Table, content: Content) -> bool:
    """Write a row again; whether there was room for it. Columns that are gone are left out."""
    known = {column.name: column for column in written(table)}
    values = {name: value(known[name], said) for name, said in content.items() if name in known}
    back = insert(table).values(values).on_conflict_do_nothing().returning(sa.literal(1))
    return session.scalar(back) is not None
