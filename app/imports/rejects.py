"""The lines to correct, as they were in the file they came from, and what is wrong with each."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.lines import BESIDE
from exchange.corrected import ADDED, LINE, NEAREST, PART, REASON, REASON_OF_OBJECT, WHOLE
from exchange.kinds import Kind
from exchange.writers import tables
from models.codes.imports import Outcome, Step
from models.imports import ImportRow, ImportRun

TITLE = "À corriger"
DOUBTFUL = "Ressemble à une fiche de l'annuaire"
TOGETHER = "Rien à corriger ici : revient avec la ligne au-dessus."
# What a line of the file says: the reasons, those of the line above being its own.
Told = tuple[str, int, Mapping[str, str], str, str]


class Format(NamedTuple):
    """A kind of file, which is written of a run's number and of the headings of its lines."""

    content_type: str
    write: Callable[[Session, int, Sequence[str]], Iterator[bytes]]


def headings(run: ImportRun) -> list[str]:
    """Those of the file, but for ours if it was already a file of lines to correct.

    Structures and services of data·inclusion, which may be of two sheets, say which they are.
    """
    parts = [PART] if run.kind == Kind.DATA_INCLUSION else []
    return [LINE, *parts, REASON, NEAREST, *(name for name in run.headings if name not in ADDED)]


def formats(run: ImportRun) -> dict[str, Format]:
    """By extension: objects come back as objects, lines as a table."""
    return OBJECTS if run.kind == Kind.HSDS else TABLES


def rows(session: Session, run_id: int, names: Sequence[str]) -> Iterator[list[Any]]:
    """A row for each line that did not go in, and for those that go with it."""
    for row in _left(session, run_id):
        for part, line, cells, reasons, nearest in _lines(row):
            ours = {LINE: line, PART: part, REASON: reasons, NEAREST: nearest}
            yield [ours.get(name, cells.get(name, "")) for name in names]


def _left(session: Session, run_id: int) -> Iterator[ImportRow]:
    """In the order in which they were read."""
    is_left = sa.or_(
        ImportRow.outcome == Outcome.REJECT,
        sa.and_(ImportRow.outcome == Outcome.DOUBT, ImportRow.step.in_((Step.WAITING, Step.LEFT))),
    )
    wanted = sa.select(ImportRow).where(ImportRow.run_id == run_id, is_left).order_by(ImportRow.n)
    yield from session.scalars(wanted.execution_options(yield_per=200))


def _lines(row: ImportRow) -> Iterator[Told]:
    yield row.part, row.line, row.raw, " | ".join(_reasons(row)), _nearest(row)
    for part, line, cells in row.raw.get(BESIDE, ()):
        yield part, line, cells, TOGETHER, ""


def _reasons(row: ImportRow) -> list[str]:
    reasons = [f"{one['field']} : {one['reason']}" for one in row.faults]
    likely = [f"{DOUBTFUL} : {one['name']}, {one['place']}" for one in row.twins]
    return reasons + likely


def _nearest(row: ImportRow) -> str:
    return " | ".join(one["nearest"] for one in row.faults if one["nearest"])


def _as_csv(session: Session, run_id: int, names: Sequence[str]) -> Iterator[bytes]:
    return tables.as_csv(names, rows(session, run_id, names))


def _as_xlsx(session: Session, run_id: int, names: Sequence[str]) -> Iterator[bytes]:
    return tables.as_xlsx(TITLE, names, rows(session, run_id, names))


def _as_json(session: Session, run_id: int, names: Sequence[str]) -> Iterator[bytes]:
    """A list of the objects themselves; each has a name, by which the format is recognised."""
    before = b"[\n"
    for row in _left(session, run_id):
        for _, _, cells, reasons, _ in _lines(row):
            told = {REASON_OF_OBJECT: reasons, "name": "", **json.loads(cells.get(WHOLE, "{}"))}
            yield before + json.dumps(told, ensure_ascii=False).encode()
            before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


TABLES = {"xlsx": Format(tables.XLSX, _as_xlsx), "csv": Format(tables.CSV, _as_csv)}
OBJECTS = {"json": Format("application/json", _as_json)}
