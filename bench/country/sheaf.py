"""Rows waiting to be copied into their tables, in the order in which tables point to each other."""

from collections import defaultdict
from functools import cache
from typing import Any

import sqlalchemy as sa
from psycopg import Cursor, sql

from models.base import Base

Row = dict[str, Any]
TABLES = [table.fullname for table in Base.metadata.sorted_tables]


class Sheaf:
    """Some rows of several tables; what is not said of one is what the models say by default."""

    def __init__(self) -> None:
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, **row: Any) -> None:
        """One row more."""
        self.rows[table].append(row)

    def pour(self, cursor: Cursor[Any]) -> None:
        """Copy every row, and start again."""
        for table in TABLES:
            if rows := self.rows.pop(table, []):
                _copy(cursor, table, rows)
        assert not self.rows, list(self.rows)


def _copy(cursor: Cursor[Any], name: str, rows: list[Row]) -> None:
    usual = usually(name)
    columns = sql.SQL(", ").join(map(sql.Identifier, usual))
    into = sql.Identifier(*name.split("."))
    with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(into, columns)) as stream:
        for row in rows:
            stream.write_row(list((usual | row).values()))


@cache
def usually(name: str) -> Row:
    """What each column of a table holds unless something else is said."""
    columns = Base.metadata.tables[name].columns
    return {column.name: _default(column) for column in columns if column.computed is None}


def _default(column: sa.Column[Any]) -> Any:
    default = column.default
    if default is None or not hasattr(default, "arg"):
        return "{}" if column.server_default is not None else None
    if default.is_callable:
        made = default.arg(None)
        return "{}" if made in ([], {}) else made
    return default.arg
