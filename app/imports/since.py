"""Doubtful lines left aside when the others went in, about which somebody decided since."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.imports import Decision, Step
from models.imports import ImportRow


def decided_since() -> sa.ColumnElement[bool]:
    """Left aside when the others went in, then said to go in."""
    return sa.and_(
        ImportRow.step == Step.LEFT,
        ImportRow.decision.in_((Decision.CREATE, Decision.SAME)),
        ImportRow.note.is_(None),
    )


def decided(session: Session, run_id: int) -> int:
    """How many lines were."""
    lines = sa.select(sa.func.count()).where(ImportRow.run_id == run_id, decided_since())
    return session.scalar(lines) or 0
