"""Small curves drawn from a few figures, always beside the table of those figures."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.network import totals_reading as reading
from models.codes.offer import Family
from search.network.territory import Territory

STEP_DAYS = 5
WIDTH, HEIGHT, MARGIN = 120, 32, 3


class Curve(NamedTuple):
    """The free places of one family: a figure for each day counted, and the line through them."""

    family: Family
    figures: dict[dt.date, int]
    points: str

    @property
    def first(self) -> int:
        """What there was on the first day counted."""
        return next(iter(self.figures.values()))

    @property
    def last(self) -> int:
        """What there is."""
        return next(reversed(self.figures.values()))


def curves(
    session: Session, last: dt.date, territory: Territory, families: frozenset[Family]
) -> list[Curve]:
    """One curve per family over 30 days; none where fewer than two days were counted."""
    asked = reading.by_day(last, territory, families, STEP_DAYS)
    found: dict[Family, dict[dt.date, int]] = {}
    for day, family, free in session.execute(asked):
        found.setdefault(family, {})[day] = free
    return [
        Curve(family, found[family], line(found[family], last))
        for family in Family
        if len(found.get(family, {})) > 1
    ]


def line(figures: dict[dt.date, int], last: dt.date) -> str:
    """The points of a line from zero up, thirty days wide."""
    highest = max(*figures.values(), 1)
    points = []
    for day, figure in figures.items():
        across = 1 - (last - day).days / reading.CHANGE_DAYS
        x = MARGIN + across * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - figure / highest * (HEIGHT - 2 * MARGIN)
        points.append(f"{x:.1f},{y:.1f}")
    return " ".join(points)
