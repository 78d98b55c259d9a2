"""The life of an import's run: its moves, and how one that stopped is taken up again."""

import datetime as dt
from typing import Any

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Whole, code_column, now
from models.codes.imports import RunState
from models.lifecycle import IllegalMove

MOVES: dict[RunState, frozenset[RunState]] = {
    RunState.READING: frozenset({RunState.PREVIEWED, RunState.FAILED, RunState.DROPPED}),
    RunState.PREVIEWED: frozenset({RunState.APPLYING, RunState.READING, RunState.DROPPED}),
    RunState.APPLYING: frozenset({RunState.APPLIED, RunState.FAILED}),
    RunState.APPLIED: frozenset({RunState.APPLYING, RunState.UNDOING}),
    RunState.UNDOING: frozenset({RunState.UNDONE, RunState.FAILED}),
    # A spreadsheet none of whose columns was taken for the name may be read otherwise.
    RunState.FAILED: frozenset({RunState.READING}),
    RunState.DROPPED: frozenset(),
    RunState.UNDONE: frozenset(),
}
# What a run that stopped at a stage may be taken up with: that stage, or taking back what is in.
TAKEN_UP: dict[RunState, frozenset[RunState]] = {
    RunState.READING: frozenset({RunState.READING}),
    RunState.APPLYING: frozenset({RunState.APPLYING, RunState.UNDOING}),
    RunState.UNDOING: frozenset({RunState.UNDOING}),
}
INTERRUPTED = "Interrompu"
Facts = dict[str, Any]


def facts() -> Any:
    """A column of plain facts, empty by default."""
    return mapped_column(JSONB, default=dict, server_default="{}")


def list_of_facts() -> Any:
    """A column of a list of facts, empty by default."""
    return mapped_column(JSONB, default=list, server_default="[]")


class Life:
    """How far a run has come; mixed into the run itself."""

    state: Mapped[RunState] = code_column(RunState, default=RunState.READING)
    error: Mapped[str | None]
    # The stage that an error of ours, not the file's, kept from ending.
    stopped_stage: Mapped[RunState | None] = code_column(RunState)
    # Jobs begun since the last batch that was done.
    tries: Mapped[Whole] = mapped_column(default=0, server_default="0")
    # Lines by outcome, and those with a remark, once read.
    counted: Mapped[Facts] = facts()
    # Sentences about what of its file was not read.
    notes: Mapped[list[str]] = list_of_facts()
    applied_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]

    def move_to(self, state: RunState) -> None:
        """Change the state, or raise `IllegalMove`."""
        if state not in self.moves:
            raise IllegalMove(self.state, state)
        self.state, self.error = state, self.error if state is RunState.FAILED else None
        self.stopped_stage, self.tries = None, 0
        self.ended_at = None if state.is_under_way else now()
        if state is RunState.APPLIED:
            self.applied_at = now()

    @property
    def moves(self) -> frozenset[RunState]:
        """The states it may go to."""
        return TAKEN_UP[self.stopped_stage] if self.stopped_stage else MOVES[self.state]

    @property
    def label(self) -> str:
        """Its state, in French; a file that was refused told from a stage that stopped."""
        return INTERRUPTED if self.stopped_stage else self.state.label

    @property
    def can_be_undone(self) -> bool:
        """Whether it may be taken back, or is being."""
        return RunState.UNDOING in {self.state, *self.moves}

    def stop(self, told: str) -> None:
        """Leave a stage that fails at every try, with this sentence; it can be taken up again."""
        stage, self.error = self.state, told
        self.move_to(RunState.FAILED)
        self.stopped_stage = stage
