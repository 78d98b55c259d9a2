"""Places found by a code: postal, even unfinished, INSEE, or that of a département."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import Commune, CommunePostalCode, Department
from search.geocoder.place import EXACT, Place, PlaceKind, department_label, placed

SHARED = 0.9
UNFINISHED = 0.8
WHOLE = 5


def by_code(session: Session, code: str, limit: int) -> list[Place]:
    """The places a code stands for, or could once finished; the surest first."""
    departments = list(department(session, code))
    found = list(served(session, code, limit)) or list(insee(session, code))
    return [*departments, *found][:limit]


def department(session: Session, code: str) -> Iterator[Place]:
    """The département of this code."""
    wanted = sa.select(Department.code, Department.name, *coordinates(Department.point))
    for row in session.execute(wanted.where(Department.code == code.upper())):
        label = department_label(row.code, row.name)
        kind = PlaceKind.DEPARTMENT
        yield Place(label, kind, None, None, row.code, row.lon, row.lat, None, EXACT)


def served(session: Session, code: str, limit: int) -> Iterator[Place]:
    """The postal code and its communes, or the postal codes that start so."""
    whole = len(code) == WHOLE
    rows = session.execute(deliveries(code, limit, first_only=not whole)).all()
    if whole and len(rows) > 1:
        yield of_delivery(rows[0], EXACT)
    for row in rows:
        score = (EXACT if row.communes == 1 else SHARED) if whole else UNFINISHED
        yield commune(row, score) if whole else of_delivery(row, score)


def deliveries(code: str, limit: int, *, first_only: bool) -> sa.Select[Any]:
    """Communes by postal code, the most populated first; or only the first one of each code."""
    people = sa.func.coalesce(Commune.population, 0).desc()
    order = (people, Commune.insee_code)
    area = CommunePostalCode.postal_code
    ranked = (
        sa.select(
            area,
            sa.func.row_number().over(partition_by=area, order_by=order).label("rank"),
            sa.func.count().over(partition_by=area).label("communes"),
            *commune_columns(),
        )
        .join(Commune, Commune.insee_code == CommunePostalCode.insee_code)
        .join(Department, Department.code == Commune.department_code)
        .where(area.like(f"{code}%"))
    ).subquery()
    chosen = sa.select(ranked).where(ranked.c.rank == 1) if first_only else sa.select(ranked)
    people = sa.func.coalesce(ranked.c.population, 0).desc()
    return chosen.order_by(people, ranked.c.postal_code, ranked.c.insee_code).limit(limit)


def insee(session: Session, code: str) -> Iterator[Place]:
    """The commune of this INSEE code."""
    codes = sa.select(sa.func.min(CommunePostalCode.postal_code))
    area = codes.where(CommunePostalCode.insee_code == Commune.insee_code).scalar_subquery()
    wanted = sa.select(area.label("postal_code"), *commune_columns()).join(Commune.department)
    for row in session.execute(wanted.where(Commune.insee_code == code.upper())):
        yield commune(row, EXACT)


def commune_columns() -> list[Any]:
    """What a commune's place is made of."""
    return [
        Commune.insee_code,
        sa.type_coerce(Commune.kind, sa.Text).label("kind"),
        Commune.name,
        Commune.population,
        Commune.department_code,
        Department.name.label("department"),
        *coordinates(Commune.point),
    ]


def coordinates(point: Any) -> list[sa.ColumnElement[float]]:
    """Longitude then latitude of a geography column."""
    flat = sa.func.geometry(point)
    return [sa.func.ST_X(flat).label("lon"), sa.func.ST_Y(flat).label("lat")]


def commune(row: Any, score: float) -> Place:
    """A commune or an arrondissement."""
    label = f"{row.name} ({row.postal_code or row.department_code}, {row.department})"
    return placed(row, label, score)


def of_delivery(row: Any, score: float) -> Place:
    """A postal code, placed at its most populated commune; that commune if it has no other."""
    if row.communes == 1:
        return commune(row, score)
    others = row.communes - 1
    more = f"{row.name} et {others} autre{'s' if others > 1 else ''}"
    found = commune(row, score)
    return replace(found, label=f"{row.postal_code} ({more})", kind=PlaceKind.POSTAL_CODE)
