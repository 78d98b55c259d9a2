"""Reads a run's file to the end, batch after batch; a run stopped half-way goes on from there."""

from collections.abc import Generator
from itertools import islice
from pathlib import Path

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

import exchange
from app.imports import communes, mappings
from app.imports.desk import Desk, Opened
from app.imports.lines import together
from app.imports.previewing import preview
from app.imports.queries import last_line, next_turn, recount
from app.traces import raised
from exchange.reading import Reading
from exchange.rows import Refused, Unnamed
from models.codes.imports import RunState
from models.imports import ImportPart, ImportRow, ImportRun

log = structlog.get_logger()
desk = Desk()
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
    except Unnamed as error:
        _ask_for_columns(session, run_id, path, str(error))
    except Refused as error:
        refuse(session, run_id, str(error))
    except OperationalError:
        raise  # The database went away, not the file: the run goes on from there.
    except Exception as error:  # Whatever a file does to its reader, who sent it is told.
        log.warning("file not read", run=run_id, **raised(error))
        refuse(session, run_id, UNREADABLE)


def _read(session: Session, run_id: int, path: Path) -> Generator[int]:
    """Left in the middle, the file stays open for who goes on."""
    opened = _taken(session, run_id) or _opened(session, run_id, path)
    try:
        yield from _batches(session, run_id, opened)
    except GeneratorExit:
        desk.keep(run_id, opened)
        raise
    except BaseException:
        opened.reading.close()
        raise
    opened.reading.close()


def _taken(session: Session, run_id: int) -> Opened | None:
    run = session.get_one(ImportRun, run_id)
    return desk.take(run_id, mapping=run.mapping, done=last_line(session, run_id))


def _opened(session: Session, run_id: int, path: Path) -> Opened:
    """From its first line that nobody has read."""
    reading = understood(session, run_id, path)
    mapping = session.get_one(ImportRun, run_id).mapping
    done = last_line(session, run_id)
    items = islice(together(reading), done, None)
    return Opened(reading, items, communes.load(session), mapping, done)


def _batches(session: Session, run_id: int, opened: Opened) -> Generator[int]:
    while batch := list(islice(opened.items, AT_ONCE)):
        run = next_turn(session, run_id, RunState.READING)
        if run is None or last_line(session, run_id) != opened.done:
            return
        preview(session, run, opened.towns, batch, opened.done + 1)
        opened.done += len(batch)
        run.share = opened.reading.progress()
        if opened.done > MOST_LINES:
            raise Refused(TOO_LONG)
        yield opened.done
    _finish(session, run_id, opened.done)


def _finish(session: Session, run_id: int, done: int) -> None:
    run = next_turn(session, run_id, RunState.READING)
    if run and not done:
        raise Refused(EMPTY)
    if run:
        recount(session, run)
        run.share = None
        run.move_to(RunState.PREVIEWED)


def understood(session: Session, run_id: int, path: Path) -> Reading:
    """The file being read, with the columns of a free spreadsheet as somebody last said."""
    run = session.get_one(ImportRun, run_id)
    reading = exchange.read(path, mapping=run.mapping)
    if run.mapping is None and reading.columns:
        run.mapping = mappings.remembered(session, run.origin, reading.headings)
    if run.mapping and not reading_is_as(reading, run):
        reading.close()
        reading = exchange.read(path, mapping=run.mapping)
    run.kind, run.headings = reading.kind.value, list(reading.headings)
    run.counted, run.notes = {}, list(reading.notes)
    run.columns = [mappings.as_facts(column) for column in reading.columns]
    return reading


def reading_is_as(reading: Reading, run: ImportRun) -> bool:
    """Whether the columns are already understood as somebody said."""
    said = {heading: name for heading, name in (run.mapping or {}).items() if name}
    return dict(reading.mapping) == said


def _ask_for_columns(session: Session, run_id: int, path: Path, told: str) -> None:
    """The file and its columns are kept, for somebody to say what they are."""
    session.rollback()
    if run := next_turn(session, run_id, RunState.READING):
        understood(session, run_id, path).close()
        run.error, run.share = told, None
        run.move_to(RunState.FAILED)


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
