"""Reads the counts of a day, and of the same day 30 days before, from `network_day`."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network.hiding import LEAST, Told
from models.codes.offer import Family
from models.network_days import NetworkDay, NetworkSum
from models.reference import Commune, Department
from search.network.filters import is_commune
from search.network.territory import Level, Territory

CHANGE_DAYS = 30
AMONG: dict[Level, Any] = {
    Level.REGION: Department.region_code,
    Level.DEPARTMENT: NetworkDay.department_code,
    Level.EPCI: Commune.epci_siren,
}
WIDE = (Level.FRANCE, Level.REGION)
# The places of a territory, from the widest inwards.
PATH = (
    Department.region_code,
    NetworkDay.department_code,
    sa.func.coalesce(Commune.epci_siren, ""),
    NetworkDay.insee_code,
)


def days(session: Session) -> tuple[dt.date | None, dt.date | None]:
    """The last day counted, and the one 30 days before it if it was counted too."""
    last = session.scalar(sa.select(sa.func.max(NetworkDay.day)))
    if last is None:
        return None, None
    before = last - dt.timedelta(days=CHANGE_DAYS)
    is_known = sa.exists().where(NetworkDay.day == before)
    return last, before if session.scalar(sa.select(is_known)) else None


def counts(
    among: list[dt.date], territory: Territory, families: frozenset[Family], lowest: Level
) -> sa.Select[Any]:
    """One row per day, family and commune or grouping of communes, with what may be told."""
    path = PATH if lowest is Level.COMMUNE else PATH[:-1]
    keys = [NetworkDay.day, NetworkDay.family, *path]
    query: Any = sa.select(*keys, *sums())
    return inside(query, territory, families).where(NetworkDay.day.in_(among)).group_by(*keys)


def sums_kept(
    among: list[dt.date], territory: Territory, families: frozenset[Family]
) -> sa.Select[Any]:
    """One row per day, family and département, of France or of a région."""
    kept: Any = NetworkSum.__table__.c
    path = (Department.region_code, kept.department_code)
    counts = [kept[name] for name in ("offers", "places", "free", "unknown", *Told._fields)]
    query: Any = sa.select(kept.day, kept.family, *path, *counts)
    return within(query, territory, families).where(kept.day.in_(among))


def within(
    query: sa.Select[Any], territory: Territory, families: frozenset[Family]
) -> sa.Select[Any]:
    """The départements of France or of a région, and the families asked for."""
    query = query.join(Department, Department.code == NetworkSum.department_code)
    if territory.level is Level.REGION:
        query = query.where(Department.region_code == territory.code)
    return query.where(NetworkSum.family.in_(sorted(families))) if families else query


def inside(
    query: sa.Select[Any], territory: Territory, families: frozenset[Family]
) -> sa.Select[Any]:
    """The communes of a territory, and the families asked for."""
    query = query.select_from(NetworkDay)
    query = query.join(Commune, Commune.insee_code == NetworkDay.insee_code)
    query = query.join(Department, Department.code == NetworkDay.department_code)
    if territory.level is Level.COMMUNE:
        query = query.where(is_commune(territory.code))
    elif territory.level is not Level.FRANCE:
        query = query.where(AMONG[territory.level] == territory.code)
    if families:
        query = query.where(NetworkDay.family.in_(sorted(families)))
    return query


def sums() -> Iterator[sa.ColumnElement[Any]]:
    """Counts of places added up, then the fields of `hiding.Told` for small and large communes.

    A commune is told from 5 placements, or when all its places are free; else it is hidden, and
    everybody can tell that it has no more placements than places taken.
    """
    for count in (NetworkDay.offers, NetworkDay.places, NetworkDay.free, NetworkDay.unknown):
        yield _sum(count)
    placements, held = NetworkDay.placements, NetworkDay.held
    taken = sa.func.greatest(NetworkDay.places - NetworkDay.free, 0)
    is_told = (placements >= LEAST) | ((placements == 0) & (taken == 0))
    small = LEAST - 1
    most = sa.case((placements > taken, small), else_=sa.func.least(small, taken))
    yield _sum(placements, is_told)
    yield _sum(held, is_told)
    yield _sum(placements, ~is_told)
    yield _sum(most, ~is_told)
    yield _sum(placements + held, ~is_told)
    yield sa.true()


def by_day(
    last: dt.date, territory: Territory, families: frozenset[Family], step: int
) -> sa.Select[Any]:
    """Free places by family every few days of the last 30: counts of places, never of people."""
    wanted = [last - dt.timedelta(days=n) for n in range(0, CHANGE_DAYS + 1, step)]
    is_wide = territory.level in WIDE
    table: Any = NetworkSum if is_wide else NetworkDay
    query: Any = sa.select(table.day, table.family, _sum(table.free)).where(table.day.in_(wanted))
    chosen = (within if is_wide else inside)(query, territory, families)
    return chosen.group_by(table.day, table.family).order_by(table.day)


def _sum(value: Any, condition: sa.ColumnElement[bool] | None = None) -> sa.ColumnElement[int]:
    total = sa.func.sum(value)
    chosen = total if condition is None else total.filter(condition)
    return sa.func.coalesce(chosen, 0)
