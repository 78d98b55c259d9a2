"""How far a run is, and what it did, in lines."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from app.imports.queries import last_line, steps
from app.imports.since import decided
from models.codes.imports import Outcome, RunState, Step
from models.imports import ImportRun


class Progress(NamedTuple):
    """How far a stage is; the whole when it is known, in lines."""

    done: int
    total: int | None
    share: float | None


def progress(session: Session, run: ImportRun) -> Progress:
    """Lines read, put in or taken back."""
    if run.state is RunState.READING:
        return Progress(last_line(session, run.id), None, run.share)
    counted = steps(session, run.id)
    left = Step.WAITING if run.state is RunState.APPLYING else Step.DONE
    total = sum(number for (outcome, _), number in counted.items() if outcome is not Outcome.SAME)
    waits = sum(
        number
        for (outcome, step), number in counted.items()
        if step is left and outcome is not Outcome.SAME
    )
    return Progress(total - waits, total, (total - waits) / total if total else 1.0)


class Results(NamedTuple):
    """What a run did, in lines."""

    created: int
    changed: int
    left: int
    undone: int
    kept: int
    waiting: int
    decided: int


def results(session: Session, run: ImportRun) -> Results:
    """What it put in, and what was taken back."""
    counted = steps(session, run.id)

    def number(step: Step, *outcomes: Outcome) -> int:
        wanted = outcomes or tuple(Outcome)
        return sum(counted.get((outcome, step), 0) for outcome in wanted)

    return Results(
        created=number(Step.DONE, Outcome.CREATE, Outcome.DOUBT),
        changed=number(Step.DONE, Outcome.CHANGE),
        left=number(Step.LEFT),
        undone=number(Step.UNDONE),
        kept=number(Step.KEPT),
        waiting=number(Step.WAITING, Outcome.CREATE, Outcome.CHANGE, Outcome.DOUBT),
        decided=decided(session, run.id),
    )
