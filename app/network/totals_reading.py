"""Reads the counts of a day, and of the same day 30 days before, from `network_day`."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network.hiding import LEAST
from models.codes.offer import Family
from models.network import NetworkDay
from models.reference import Commune, Department
from search.network.territory import Level, Territory

CHANGE_DAYS = 30
AMONG: dict[Level, Any] = {
    Level.REGION: Department.region_code,
    Level.DEPARTMENT: NetworkDay.department_code,
    Level.EPCI: Commune.epci_siren,
    Level.COMMUNE: NetworkDay.insee_code,
}
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


def inside(
    query: sa.Select[Any], territory: Territory, families: frozenset[Family]
) -> sa.Select[Any]:
    """The communes of a territory, and the families asked for."""
    query = query.select_from(NetworkDay)
    query = query.join(Commune, Commune.insee_code == NetworkDay.insee_code)
    query = query.join(Department, Department.code == NetworkDay.department_code)
    if territory.level is not Level.FRANCE:
        query = query.where(AMONG[territory.level] == territory.code)
    if families:
        query = query.where(NetworkDay.family.in_(sorted(families)))
    return query


def sums() -> Iterator[sa.ColumnElement[int]]:
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


def by_day(
    last: dt.date, territory: Territory, families: frozenset[Family], step: int
) -> sa.Select[Any]:
    """Free places by family every few days of the last 30: counts of places, never of people."""
    wanted = [last - dt.timedelta(days=n) for n in range(0, CHANGE_DAYS + 1, step)]
    keys = [NetworkDay.day, NetworkDay.family]
    query: Any = sa.select(*keys, _sum(NetworkDay.free))
    return inside(query, territory, families).where(NetworkDay.day.in_(wanted)).group_by(*keys)


def _sum(value: Any, condition: sa.ColumnElement[bool] | None = None) -> sa.ColumnElement[int]:
    total = sa.func.sum(value)
    chosen = total if condition is None else total.filter(condition)
    return sa.func.coalesce(chosen, 0)
