"""A file being read: what it is, how its columns were understood, and its rows in their order."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from exchange.kinds import Kind
from exchange.rows import Fault, Row


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a free spreadsheet: its heading, the field it was taken for, and why."""

    heading: str
    field: str | None
    reason: str
    samples: tuple[str, ...] = ()


def _unknown() -> float | None:
    return None


@dataclass(slots=True)
class Reading:
    """Iterate it once: rows and faults come in the order of the file, in constant memory.

    `headings` are those of the file, for the file of rejected lines. `columns` says how a free
    spreadsheet was understood (empty otherwise), `mapping` is the same as heading → field.
    `notes` are French sentences about what is not read. Iterating may raise Refused, where the
    file breaks or when no column holds a name. `progress()` is the share already read, from 0 to
    1, or None when it cannot be told.
    """

    kind: Kind
    rows: Iterator[Row | Fault]
    headings: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    notes: tuple[str, ...] = ()
    progress: Callable[[], float | None] = _unknown
    close: Callable[[], None] = lambda: None

    @property
    def mapping(self) -> Mapping[str, str]:
        """The headings that were understood, each with its field."""
        return {column.heading: column.field for column in self.columns if column.field}

    def __iter__(self) -> Iterator[Row | Fault]:
        return self.rows

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
