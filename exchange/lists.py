"""The lists that are recognised by their columns, one table each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exchange.files.table import Table
from exchange.kinds import Kind
from exchange.line import Maker, rows
from exchange.readers import finess, les_emplois, service_public, spip
from exchange.rows import Fault, Row


@dataclass(frozen=True)
class List:
    """A published list: the columns that tell it, and what makes a partner of a line."""

    kind: Kind
    columns: frozenset[str]
    make: Maker


LISTS = (
    List(Kind.FINESS, finess.COLUMNS, finess.partner),
    List(Kind.LES_EMPLOIS, les_emplois.COLUMNS, les_emplois.partner),
    List(Kind.SERVICE_PUBLIC, service_public.COLUMNS, service_public.partner),
    List(Kind.SPIP, spip.COLUMNS, spip.partner),
)


def list_of(headings: Iterable[str]) -> List | None:
    """The list whose columns are all there."""
    there = set(headings)
    return next((known for known in LISTS if known.columns <= there), None)


def read_list(known: List, table: Table) -> Iterator[Row | Fault]:
    """Its rows; a wrong value is left out, for nobody here can correct a published list."""
    lines = table.lines()
    told = spip.joined(lines) if known.kind is Kind.SPIP else lines
    return rows(told, known.kind.source, known.make)
