"""Keeps the totals of each département in step with the counts of its communes."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network import totals_reading as reading
from app.network.climbing import Nodes, climbed
from models.network_days import NetworkDay, NetworkSum
from models.reference import Commune
from search.network.territory import Level, Territory

FRANCE = Territory()


def keep(session: Session, day: dt.date, insee_codes: Iterable[str]) -> None:
    """Sum up again the départements of these communes; the first time of a day, all of them."""
    is_begun = sa.exists().where(NetworkSum.day == day)
    if not session.scalar(sa.select(is_begun)):
        keep_all(session, day)
        return
    touched = _departments(set(insee_codes))
    communes = NetworkDay.department_code.in_(touched)
    _write(session, day, communes, NetworkSum.department_code.in_(touched))


def keep_all(session: Session, day: dt.date) -> None:
    """Sum up every département."""
    _write(session, day, sa.true(), sa.true())
    oldest = sa.select(sa.func.min(NetworkDay.day)).scalar_subquery()
    session.execute(sa.delete(NetworkSum).where(NetworkSum.day < oldest))


def _write(
    session: Session,
    day: dt.date,
    counted: sa.ColumnElement[bool],
    summed: sa.ColumnElement[bool],
) -> None:
    asked = reading.counts([day], FRANCE, frozenset(), Level.EPCI).where(counted)
    found = climbed(session.execute(asked).all(), Level.EPCI, Level.DEPARTMENT)
    session.execute(sa.delete(NetworkSum).where(NetworkSum.day == day, summed))
    if rows := list(_rows(found[Level.DEPARTMENT])):
        session.execute(sa.insert(NetworkSum), rows)


def _rows(nodes: Nodes) -> Iterable[dict[str, object]]:
    for key, figures in nodes.items():
        counts = figures._asdict()
        told = counts.pop("told")._asdict()
        where = {"day": key.day, "family": key.family, "department_code": key.path[-1]}
        yield where | counts | told


def _departments(insee_codes: set[str]) -> sa.Select[str]:
    return sa.select(Commune.department_code).where(Commune.insee_code.in_(insee_codes))
