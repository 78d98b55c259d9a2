"""Offers as columns side by side: gathered into one value, which is sent as it is."""

from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
from psycopg.pq import Format
from sqlalchemy.dialects.postgresql import BYTEA
from sqlalchemy.orm import Session

Rows = npt.NDArray[np.void]
# Which of them are kept.
Kept = npt.NDArray[np.bool_]
AS_IT_IS = "sent_as_it_is"
# A connection keeps, for ever, room for the longest value that it has received.
PIECE = 1024 * 1024


def gathered(packed: sa.ColumnElement[Any]) -> sa.Select[bytes]:
    """The packed fields of every row, one after the other."""
    together = sa.func.string_agg(packed, sa.cast(b"", BYTEA), type_=BYTEA)
    return sa.select(together.label("value")).execution_options(**{AS_IT_IS: True})


def in_pieces(statement: sa.Select[bytes]) -> sa.Select[bytes]:
    """The value of such a statement, which may be of many megabytes, cut in several in order."""
    whole = statement.subquery("whole")
    starts = sa.func.generate_series(1, sa.func.octet_length(whole.c.value), PIECE)
    start = starts.table_valued("first", name="start").render_derived()
    pieces = sa.select(sa.func.substring(whole.c.value, start.c.first, PIECE, type_=BYTEA))
    pieces = pieces.join_from(whole, start, sa.true())
    return pieces.execution_options(**{AS_IT_IS: True})


def sent(
    session: Session,
    statement: sa.Select[bytes],
    layout: np.dtype[np.void],
    asked: dict[str, Any] | None = None,
) -> Rows:
    """What such a statement gives, as these fields; none when it gives nothing."""
    return np.frombuffer(b"".join(filter(None, session.scalars(statement, asked))), layout)


@sa.event.listens_for(sa.Engine, "before_cursor_execute")
def _as_it_is(_: Any, cursor: Any, __: Any, ___: Any, context: Any, ____: Any) -> None:
    """Without it, each byte is written as two letters, and read again."""
    if context is not None and context.execution_options.get(AS_IT_IS):
        cursor.format = Format.BINARY
