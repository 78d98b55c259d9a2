"""The table of totals by territory: sorted, a page at a time, each line a link further in."""

from typing import NamedTuple

from app.network.sorting import Order
from app.network.totals import Line
from app.network.totals_cells import COLUMNS, Cell, cells
from app.network.totals_forms import BY_NAME

PAGE = 50


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


def page(found: list[Row], after: str | None) -> tuple[list[Row], str | None]:
    """The rows that follow a code, and the code to go on from, if more follow."""
    codes = [row.line.code for row in found]
    start = codes.index(after) + 1 if after in codes else 0
    shown = found[start : start + PAGE]
    return shown, shown[-1].line.code if start + PAGE < len(found) else None
