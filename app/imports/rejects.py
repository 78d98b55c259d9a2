"""The lines to correct, with the columns of the file they came from and what is wrong with each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from exchange.writers import tables
from models.codes.imports import Outcome, Step
from models.imports import ImportRow, ImportRun

LINE, REASON, NEAREST = "Ligne d'origine", "À corriger", "Valeur la plus proche"
ADDED = (LINE, REASON, NEAREST)
DOUBTFUL = "Ressemble à une fiche de l'annuaire"


class Format(NamedTuple):
    """A kind of file."""

    write: Callable[[Sequence[Any], Iterable[Sequence[Any]]], Iterator[bytes]]
    content_type: str


FORMATS = {
    "csv": Format(tables.as_csv, tables.CSV),
    "xlsx": Format(partial(tables.as_xlsx, "À corriger"), tables.XLSX),
}


def headings(run: ImportRun) -> list[str]:
    """Those of the file, but for ours if it was already a file of lines to correct."""
    return [*ADDED, *(name for name in run.headings if name not in ADDED)]


def rows(session: Session, run: ImportRun) -> Iterator[list[Any]]:
    """Every line that did not go in, in the order of the file."""
    names = headings(run)[len(ADDED) :]
    left = sa.or_(
        ImportRow.outcome == Outcome.REJECT,
        sa.and_(ImportRow.outcome == Outcome.DOUBT, ImportRow.step.in_((Step.WAITING, Step.LEFT))),
    )
    wanted = sa.select(ImportRow).where(ImportRow.run_id == run.id, left).order_by(ImportRow.n)
    for row in session.scalars(wanted.execution_options(yield_per=200)):
        told = [row.line, _reasons(row), _nearest(row)]
        yield told + [row.raw.get(name, "") for name in names]


def _reasons(row: ImportRow) -> str:
    reasons = [f"{one['field']} : {one['reason']}" for one in row.faults]
    likely = [f"{DOUBTFUL} : {one['name']}, {one['place']}" for one in row.twins]
    return " | ".join(reasons + likely)


def _nearest(row: ImportRow) -> str:
    return " | ".join(one["nearest"] for one in row.faults if one["nearest"])
