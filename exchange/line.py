"""One line of a file while it is read: its values, what is wrong with them, and what that costs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from exchange.rows import Fault, Partner, Row
from exchange.values.text import cleaned
from exchange.values.wrong import Wrong
from models.codes.organization import Source

Value = TypeVar("Value")
Told = TypeVar("Told")
LOST = "\ufffd"
LOST_LETTER = "Un caractère est illisible : enregistrez le fichier en UTF-8."
# What a formula that failed leaves in a cell, in French and in English; ### is a narrow column.
FAILED = re.compile(
    r"#(?:N/A|REF!|VALEUR!|VALUE!|NOM\?|NAME\?|DIV/0!|NULL?!|NOMBRE!|NUM!|##+)|Err:\d{3}"
)
FAILED_FORMULA = "Cette cellule contient l'erreur d'une formule : corrigez-la dans le tableur."
MOST_SHOWN = 300


class Line:
    """Its cells by heading. A wrong value is left out with a remark, or refuses a strict line."""

    def __init__(
        self, number: int, cells: Mapping[str, str], *, is_strict: bool = False, part: str = ""
    ) -> None:
        self.number, self.cells, self.part = number, cells, part
        self.is_strict = is_strict
        self.faults: list[Fault] = []
        self.remarks: list[Fault] = []

    def text(self, heading: str) -> str:
        """The cell, cleaned; empty when there is none."""
        return cleaned(self.cells.get(heading) or "")

    def take(self, heading: str, parse: Callable[[str], Value]) -> Value | None:
        """The value of a cell, or None when it is empty or wrong."""
        written = self.text(heading)
        if not written:
            return None
        try:
            _check_it_is_told(written)
            return parse(written)
        except Wrong as wrong:
            self.note(heading, wrong)
            return None

    def need(self, heading: str, parse: Callable[[str], Value]) -> Value | None:
        """The value of a cell without which the line cannot go in."""
        if not self.text(heading):
            self.refuse(heading, Wrong("Cette valeur manque."))
            return None
        strict, self.is_strict = self.is_strict, True
        try:
            return self.take(heading, parse)
        finally:
            self.is_strict = strict

    def spare(self, field: str, told: Told, parse: Callable[[Told], Value]) -> Value | None:
        """A value told elsewhere than in a cell: None when empty, left out when wrong."""
        if not told:
            return None
        try:
            return parse(told)
        except Wrong as wrong:
            self.remarks.append(self._fault(field, wrong))
            return None

    def note(self, heading: str, wrong: Wrong) -> None:
        """A value left out; in a strict line, a reason to refuse it."""
        (self.faults if self.is_strict else self.remarks).append(self._fault(heading, wrong))

    def refuse(self, heading: str, wrong: Wrong) -> None:
        """A reason why the line cannot go in."""
        self.faults.append(self._fault(heading, wrong))

    def _fault(self, heading: str, wrong: Wrong) -> Fault:
        shown = self.text(heading)[:MOST_SHOWN]
        return Fault(
            self.number, heading, shown, wrong.reason, wrong.nearest, self.part, self.cells
        )


def _check_it_is_told(written: str) -> None:
    """Letters were lost, or a formula failed: whatever was meant, it is not there."""
    if LOST in written:
        raise Wrong(LOST_LETTER)
    if FAILED.fullmatch(written):
        raise Wrong(FAILED_FORMULA)


Maker = Callable[[Line], "tuple[str, Partner] | None"]


def rows(lines: Iterable[Line], source: Source, make: Maker) -> Iterator[Row | Fault]:
    """Each line made a partner, or its faults; a line that says nothing gives nothing."""
    for line in lines:
        made = None if line.faults else make(line)
        if line.faults:
            yield from line.faults
        elif made:
            external_id, partner = made
            yield Row(line.number, source, external_id, partner, tuple(line.remarks), line.cells)
