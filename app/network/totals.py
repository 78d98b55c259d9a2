"""Totals of a territory by family and by the territories in it, and their change over 30 days."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network import totals_reading as reading
from app.network.areas import NAMES
from app.network.climbing import Figures, Key, climbed, grouped
from models.codes.offer import Family
from models.reference import Commune
from search.network.territory import Level, Territory

INWARDS: dict[Level, tuple[Level, ...]] = {
    Level.FRANCE: (Level.REGION, Level.DEPARTMENT),
    Level.REGION: (Level.DEPARTMENT,),
    Level.DEPARTMENT: (Level.EPCI, Level.COMMUNE),
    Level.EPCI: (Level.COMMUNE,),
    Level.COMMUNE: (),
}
ELSEWHERE = "Hors intercommunalité"
IN_PART = "(communes de ce département)"


class Line(NamedTuple):
    """One family or territory now and 30 days before; None when nothing was counted then."""

    code: str
    label: str
    now: Figures
    before: Figures | None


@dataclass(frozen=True)
class Totals:
    """What the page of totals says."""

    day: dt.date
    before: dt.date | None
    whole: Line
    by_family: list[Line]
    by_place: list[Line]


def totals(
    session: Session, territory: Territory, families: frozenset[Family], inner: Level | None = None
) -> Totals | None:
    """The totals of a territory and of those in it at a level; None before any count."""
    last, before = reading.days(session)
    if last is None:
        return None
    among = [last, before] if before else [last]
    lowest = _lowest(territory.level, inner)
    if lowest is Level.DEPARTMENT:
        asked = reading.sums_kept(among, territory, families)
    else:
        asked = reading.counts(among, territory, families, lowest)
    nodes = climbed(session.execute(asked).all(), lowest, territory.level)
    pair = _Pair(last, before)
    own = nodes[territory.level]
    by_family = {family: family.label for family in Family}
    return Totals(
        last,
        before,
        pair.whole(own, territory.label),
        pair.lines(own, lambda key: key.family, by_family),
        _inside(session, pair, nodes[inner], inner) if inner else [],
    )


def _lowest(level: Level, inner: Level | None) -> Level:
    """From where the figures are added up: communes, groupings of communes, or départements."""
    if level in reading.WIDE:
        return Level.DEPARTMENT
    return Level.COMMUNE if Level.COMMUNE in (level, inner) else Level.EPCI


def _inside(session: Session, pair: "_Pair", nodes: dict[Key, Figures], inner: Level) -> list[Line]:
    codes = {key.path[-1] for key in nodes}
    labels = names(session, inner, codes)
    if inner is Level.EPCI:
        labels |= {code: f"{labels[code]} {IN_PART}" for code in _straddling(session, codes)}
    return pair.lines(nodes, lambda key: key.path[-1], labels)


def names(session: Session, level: Level, codes: set[str]) -> dict[Any, str]:
    """The names of territories of a level, in their alphabetical order."""
    code, name = NAMES[level]
    named = session.execute(sa.select(code, name).where(code.in_(codes)).order_by(name, code))
    return {row[0]: row[1] for row in named} | {"": ELSEWHERE}


def _straddling(session: Session, sirens: set[str]) -> Iterable[str]:
    """The groupings that have communes in several départements: one of them counts its own."""
    departments = sa.func.count(sa.distinct(Commune.department_code))
    among = sa.select(Commune.epci_siren).where(Commune.epci_siren.in_(sirens))
    return session.scalars(among.group_by(Commune.epci_siren).having(departments > 1))


class _Pair(NamedTuple):
    """The two days that a line compares."""

    last: dt.date
    before: dt.date | None

    def whole(self, nodes: dict[Key, Figures], label: str) -> Line:
        """All families of all places."""
        found = grouped(nodes, lambda key: ("", key.day))
        return self._line("", label, found)

    def lines(
        self, nodes: dict[Key, Figures], code: Callable[[Key], str], labels: dict[Any, str]
    ) -> list[Line]:
        """One line for each code that has a figure today, in the order of the labels."""
        found = grouped(nodes, lambda key: (code(key), key.day))
        today = {each for each, day in found if day == self.last}
        return [self._line(each, labels[each], found) for each in labels if each in today]

    def _line(self, code: str, label: str, found: dict[Any, Figures]) -> Line:
        now = found.get((code, self.last), Figures())
        then = found.get((code, self.before), Figures()) if self.before else None
        return Line(str(code), label, now, then)
