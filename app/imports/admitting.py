"""A batch goes in whole or, when the database refuses it, line by line: none stops the others.

What a rule of the database forbids cannot all be told beforehand: the file may give an age that
contradicts the one somebody wrote here since.
"""

from collections.abc import Sequence

import psycopg
import structlog
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from app.imports.applying import apply_lines
from models.codes.imports import Step
from models.imports import ImportRow, ImportRun

log = structlog.get_logger()
# COPY speaks to the driver itself, whose errors nobody translates.
FORBIDDEN = (IntegrityError, DataError, psycopg.IntegrityError, psycopg.DataError)
REFUSED = "L'annuaire refuse cette ligne : une de ses valeurs en contredit une autre."


def put_in(session: Session, run: ImportRun, rows: Sequence[ImportRow]) -> None:
    """Apply these lines; those that the database refuses are left aside, and say so."""
    if _admitted(session, run, rows):
        return
    for row in rows:
        if not _admitted(session, run, [row]):
            row.step, row.note = Step.LEFT, REFUSED


def _admitted(session: Session, run: ImportRun, rows: Sequence[ImportRow]) -> bool:
    """Whether all of them went in: if not, none did."""
    try:
        with session.begin_nested():
            apply_lines(session, run, rows)
    except FORBIDDEN as error:
        log.warning("lines refused", run=run.id, lines=len(rows), error=type(error).__name__)
        return False
    return True
