"""Reads a run's file to the end, batch after batch; a run stopped half-way goes on from there."""

from collections.abc import Generator
from itertools import islice
from pathlib import Path

import sqlalchemy as sa
import structlog
from sqlalchemy.orm import Session

import exchange
from app.imports import communes, mappings
from app.imports.previewing import preview
from app.imports.queries import counts, last_line, next_turn
from exchange.reading import Reading
from exchange.rows import Refused
from models.codes.imports import RunState
from models.imports import ImportPart, ImportRow, ImportRun

log = structlog.get_logger()
AT_ONCE = 500
# Nobody corrects more lines than that: past it, the file is another one than was meant.
MOST_LINES = 300_000
UNREADABLE = "Ce fichier n'a pas pu être lu jusqu'au bout : il est abîmé, ou d'un format inconnu."
TOO_LONG = "Ce fichier a plus de 300 000 lignes : importez-le en plusieurs fois."
EMPTY = "Ce fichier ne contient aucune ligne à importer."


def read(session: Session, run_id: int, path: Path) -> Generator[int]:
    """Preview every line; gives how many were read after each batch, which the caller commits.

    A file that cannot be read, or not to its end, leaves a failed run, a sentence, and no line.
    """
    try:
        yield from _read(session, run_id, path)
    except Refused as error:
        refuse(session, run_id, str(error))
    except (ValueError, LookupError, OSError, EOFError, RecursionError) as error:
        log.warning("file not read", run=run_id, error=type(error).__name__)
        refuse(session, run_id, UNREADABLE)


def _read(session: Session, run_id: int, path: Path) -> Generator[int]:
    known = communes.load(session)
    with opened(session, run_id, path) as reading:
        done = last_line(session, run_id)
        items = iter(islice(reading, done, None))
        while batch := list(islice(items, AT_ONCE)):
            run = next_turn(session, run_id, RunState.READING)
            if run is None or last_line(session, run_id) != done:
                return
            preview(session, run, known, batch, done + 1)
            done += len(batch)
            run.share = reading.progress()
            if done > MOST_LINES:
                raise Refused(TOO_LONG)
            yield done
    _finish(session, run_id, done)


def _finish(session: Session, run_id: int, done: int) -> None:
    run = next_turn(session, run_id, RunState.READING)
    if run and not done:
        raise Refused(EMPTY)
    if run:
        run.counted, run.share = counts(session, run_id), None
        run.move_to(RunState.PREVIEWED)


def opened(session: Session, run_id: int, path: Path) -> Reading:
    """The file being read, with the columns of a free spreadsheet as somebody last said."""
    run = session.get_one(ImportRun, run_id)
    reading = exchange.read(path, mapping=run.mapping)
    if run.mapping is None and reading.columns:
        run.mapping = mappings.remembered(session, run.origin, reading.headings)
    if run.mapping and not reading_is_as(reading, run):
        reading.close()
        reading = exchange.read(path, mapping=run.mapping)
    run.kind, run.headings = reading.kind.value, list(reading.headings)
    run.columns = [mappings.as_facts(column) for column in reading.columns]
    return reading


def reading_is_as(reading: Reading, run: ImportRun) -> bool:
    """Whether the columns are already understood as somebody said."""
    said = {heading: name for heading, name in (run.mapping or {}).items() if name}
    return dict(reading.mapping) == said


def refuse(session: Session, run_id: int, told: str) -> None:
    """The file is not for us: say why, keep nothing of it."""
    session.rollback()
    run = next_turn(session, run_id, RunState.READING)
    if run is None:
        return
    for table in (ImportRow, ImportPart):
        session.execute(sa.delete(table).where(table.run_id == run_id))
    run.error, run.share = told, None
    run.move_to(RunState.FAILED)
