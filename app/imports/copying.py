"""New rows written by COPY, many times faster than one INSERT each; their defaults are the model's.

Whoever writes rows here tells the history and the search itself (app/imports/creating.py).
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geography
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

Row = Mapping[str, Any]
Column = tuple[Callable[[], Any], Callable[[Any], Any]]
DRAWN = sa.text(
    "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"
)


def numbers(session: Session, table: sa.Table, count: int) -> Iterator[int]:
    """So many new keys of a table, in order."""
    return iter(session.scalars(DRAWN, {"name": table.fullname, "count": count}).all())


def copy(session: Session, table: sa.Table, rows: Sequence[Row]) -> None:
    """Write these rows; what one does not say has the model's default. Nothing is committed."""
    if not rows:
        return
    columns = _columns(table)
    names = ", ".join(f'"{name}"' for name in columns)
    raw = session.connection().connection.cursor()
    with raw.copy(f"COPY {table.fullname} ({names}) FROM STDIN") as out:
        for row in rows:
            out.write_row([_value(columns[name], row, name) for name in columns])


@cache
def _columns(table: sa.Table) -> dict[str, Column]:
    """The columns that the database does not compute: each with its default, and how it is sent."""
    written = (column for column in table.columns if not column.computed)
    return {column.name: (_default(column), _sent(column.type)) for column in written}


def _value(column: Column, row: Row, name: str) -> Any:
    default, sent = column
    value = row[name] if name in row else default()
    return None if value is None else sent(value)


def _default(column: sa.Column[Any]) -> Callable[[], Any]:
    """What the model puts where nothing is said."""
    given: Any = getattr(column.default, "arg", None)
    return (lambda: given(None)) if callable(given) else (lambda: given)


def _sent(kind: sa.types.TypeEngine[Any]) -> Callable[[Any], Any]:
    """As COPY takes it."""
    if isinstance(kind, JSONB):
        return lambda value: json.dumps(value, ensure_ascii=False)
    if isinstance(kind, Geography):
        return _point
    return _code


def _point(value: Any) -> str:
    """Two degrees, longitude first, or a point as it was read."""
    if isinstance(value, list | tuple):
        return f"SRID=4326;POINT({value[0]} {value[1]})"
    return str(value.desc)


def _code(value: Any) -> Any:
    """A code is its value, so is each of a list."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, list | tuple):
        return [_code(one) for one in value]
    return value
