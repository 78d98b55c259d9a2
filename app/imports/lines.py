"""A line on its way through the preview, and how it is kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from app.imports.placing import Spot
from exchange.rows import Fault, Row
from exchange.values.text import cleaned, shortened
from models.codes.imports import Outcome, Step

LONGEST_VALUE = 300
# Among the cells of a line: no heading is empty.
BESIDE = ""
# What a line keeps as it is found.
KEPT = ("n", "outcome", "said", "changes", "kept", "twins", "organization_id", "site_id")
# A line that can go in, or all that is wrong with one.
Item = Row | tuple[Fault, ...]


def together(read: Iterable[Row | Fault]) -> Iterator[Item]:
    """The faults of one line as one, to be told and corrected together."""
    faults: list[Fault] = []
    for one in read:
        if faults and (isinstance(one, Row) or one.raw is not faults[0].raw):
            yield tuple(faults)
            faults = []
        if isinstance(one, Row):
            yield one
        else:
            faults.append(one)
    if faults:
        yield tuple(faults)


@dataclass(slots=True)
class Line:
    """One line of a file: what was read, then what it is found to be."""

    n: int
    item: Item
    faults: list[Fault] = field(default_factory=list)
    outcome: Outcome | None = None
    spots: dict[str, Spot] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)
    changes: list[dict[str, Any]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    twins: list[dict[str, Any]] = field(default_factory=list)
    organization_id: int | None = None
    site_id: int | None = None

    @property
    def row(self) -> Row:
        """What was read, where the reader found no fault."""
        assert isinstance(self.item, Row)
        return self.item

    @property
    def read(self) -> Row | Fault:
        """What tells its number and what was in the file."""
        return self.item if isinstance(self.item, Row) else self.item[0]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be judged."""
        return self.outcome is None

    @property
    def key(self) -> tuple[Any, str]:
        """What its source calls it."""
        return self.row.source, self.row.external_id

    def reject(self, *faults: Fault) -> None:
        """It cannot go in, and why."""
        self.outcome = Outcome.REJECT
        self.faults += faults

    def as_values(self, run_id: int, named: str) -> dict[str, Any]:
        """The columns of the line it becomes; `named` is the heading of its name in the file."""
        row = self.item if isinstance(self.item, Row) else None
        assert self.outcome is not None
        may_go_back = self.outcome in (Outcome.REJECT, Outcome.DOUBT)
        told = {name: getattr(self, name) for name in KEPT}
        return told | {
            "run_id": run_id,
            "line": self.read.line,
            "part": row.part if row else self.faults[0].part,
            "source": row and row.source,
            "external_id": row and row.external_id,
            "name": _name(row) if row else shortened(cleaned(self.read.raw.get(named, ""))),
            "place": _place(self.spots.values()),
            "raw": _all(self.read) if may_go_back else {},
            "faults": [_fault(one) for one in self.faults],
            "step": Step.DONE if self.outcome is Outcome.SAME else Step.WAITING,
        }


def still_open(lines: Sequence[Line]) -> list[Line]:
    """Those not judged yet."""
    return [line for line in lines if line.is_open]


def _fault(fault: Fault) -> dict[str, Any]:
    told = asdict(fault)
    told["value"] = told["value"][:LONGEST_VALUE]
    return {name: told[name] for name in ("field", "value", "reason", "nearest")}


def _name(row: Row) -> str:
    """What to call the line in a list: the partner, under whatever name its site has."""
    partner = row.partner
    if owner := partner.organization or partner.site:
        return owner.name
    return partner.offers[0].title if partner.offers else row.external_id


def _place(spots: Iterable[Spot]) -> str:
    return next((f"{spot.town.name} ({spot.town.department_code})" for spot in spots), "")


def _all(read: Row | Fault) -> dict[str, Any]:
    """The line, and under `BESIDE` the part, number and cells of those that go with it."""
    if isinstance(read, Fault) or not read.beside:
        return _short(read.raw)
    beside = [[one.part, one.line, _short(one.raw)] for one in read.beside]
    return {**_short(read.raw), BESIDE: beside}


def _short(raw: Mapping[str, str]) -> dict[str, str]:
    """As it was in the file; a null character, which no table can hold, is dropped."""
    return {key.replace("\0", ""): value.replace("\0", "") for key, value in raw.items()}
