"""Offers told on lines of their own are doubtful with their partner, and decided with it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.lines import Line
from exchange.rows import Fault
from models.codes.imports import Outcome
from models.imports import ImportRow, ImportRun

FOLLOWS = "Cette offre suit sa structure, à vérifier à la ligne {line}."


def wait(session: Session, run: ImportRun, lines: Sequence[Line]) -> None:
    """Those whose partner waits for somebody's word wait as well, and say for which line."""
    alone = [line for line in lines if _is_alone(line) and line.outcome is Outcome.CREATE]
    owners = _doubtful(session, run, alone) | {
        line.row.external_id: line.row.line
        for line in lines
        if line.outcome is Outcome.DOUBT and not _is_alone(line)
    }
    for line in alone:
        if line.row.external_id in owners:
            line.outcome = Outcome.DOUBT
            told = FOLLOWS.format(line=owners[line.row.external_id])
            line.faults.append(Fault(line.row.line, "structure", "", told))


def _is_alone(line: Line) -> bool:
    return line.row.partner.organization is None


def _doubtful(session: Session, run: ImportRun, alone: Sequence[Line]) -> dict[str, int]:
    """Partners of earlier batches, each with its line."""
    names = {line.row.external_id for line in alone}
    owners = sa.select(ImportRow.external_id, ImportRow.line).where(
        ImportRow.run_id == run.id,
        ImportRow.external_id.in_(names),
        ImportRow.outcome == Outcome.DOUBT,
        ImportRow.said.has_key("organization"),
    )
    return {name: line for name, line in session.execute(owners) if name} if names else {}


def followers(session: Session, row: ImportRow) -> Sequence[ImportRow]:
    """The lines that hold other offers of the doubtful partner of this one, in their order."""
    same = sa.select(ImportRow).where(
        ImportRow.run_id == row.run_id,
        ImportRow.external_id == row.external_id,
        ImportRow.outcome == Outcome.DOUBT,
        ~ImportRow.said.has_key("organization"),
    )
    return session.scalars(same.order_by(ImportRow.n)).all()
