"""Rows put into tables by COPY, in the caller's transaction."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from psycopg import Cursor, sql

from models.base import Base

Record = dict[str, Any]


def upsert(cursor: Cursor[Any], model: type[Base], records: Iterable[Record]) -> int:
    """Insert new rows and correct the known ones; nothing is deleted, since others point to it."""
    table = table_of(model)
    incoming = sql.Identifier(f"incoming_{table.name}")
    create = "CREATE TEMPORARY TABLE {} (LIKE {} INCLUDING DEFAULTS) ON COMMIT DROP"
    cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(incoming))
    cursor.execute(sql.SQL(create).format(incoming, qualified(table)))
    count = copy(cursor, incoming, columns_of(table), records)
    cursor.execute(merge(table, incoming))
    cursor.execute(sql.SQL("DROP TABLE {}").format(incoming))
    return count


def replace(cursor: Cursor[Any], model: type[Base], records: Iterable[Record]) -> int:
    """Empty a table nothing points to, and fill it again."""
    table = table_of(model)
    cursor.execute(sql.SQL("DELETE FROM {}").format(qualified(table)))
    return copy(cursor, qualified(table), columns_of(table), records)


def copy(
    cursor: Cursor[Any],
    target: sql.Composable,
    columns: list[str],
    records: Iterable[Record],
) -> int:
    """Stream the records into a table and count them."""
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(target, listed(columns))
    rows = 0
    with cursor.copy(command) as stream:
        for record in records:
            stream.write_row([record[column] for column in columns])
            rows += 1
    return rows


def merge(table: sa.Table, incoming: sql.Identifier) -> sql.Composed:
    """The statement that takes the incoming rows over, by primary key."""
    keys = [column.name for column in table.primary_key]
    others = [name for name in columns_of(table) if name not in keys]
    fresh = [sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(name)) for name in others]
    change = sql.SQL("UPDATE SET ") + sql.SQL(", ").join(fresh) if fresh else sql.SQL("NOTHING")
    columns = listed(columns_of(table))
    text = "INSERT INTO {} ({}) SELECT {} FROM {} ON CONFLICT ({}) DO {}"
    return sql.SQL(text).format(qualified(table), columns, columns, incoming, listed(keys), change)


def table_of(model: type[Base]) -> sa.Table:
    """The table behind a model."""
    table = model.__table__
    assert isinstance(table, sa.Table)
    return table


def columns_of(table: sa.Table) -> list[str]:
    """The columns we fill: all but the numbers the database gives."""
    return [column.name for column in table.columns if column.identity is None]


def qualified(table: sa.Table) -> sql.Identifier:
    """The table with its schema."""
    return sql.Identifier(str(table.schema), table.name)


def listed(names: list[str]) -> sql.Composed:
    """Column names apart by commas."""
    return sql.SQL(", ").join(sql.Identifier(name) for name in names)
