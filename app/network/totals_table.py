"""The table of totals by territory, sorted; each line is a link further in."""

from typing import NamedTuple

from app.network.sorting import Order
from app.network.totals import Line
from app.network.totals_cells import COLUMNS, Cell, cells
from app.network.totals_forms import BY_NAME


class Row(NamedTuple):
    """A line and what its cells say."""

    line: Line
    cells: list[Cell]


def rows(lines: list[Line], order: Order) -> list[Row]:
    """In the order asked for; what is hidden comes last, whichever way, and never by its value."""
    found = [Row(line, cells(line)) for line in lines]
    if order.name == BY_NAME:
        return found[::-1] if order.is_down else found
    at = [column.name for column in COLUMNS].index(order.name)
    sign = -1 if order.is_down else 1

    def rank(row: Row) -> tuple[bool, int]:
        value = row.cells[at].rank
        return value is None, sign * (value or 0)

    return sorted(found, key=rank)
