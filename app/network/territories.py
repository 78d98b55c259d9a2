"""The territories one may choose from, and the rectangle of the map that holds one."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.orm import Session

from app.network.areas import known, written
from models.reference import Commune, Department, Epci, Region
from search.network.filters import is_commune
from search.network.territory import Level, Territory

METROPOLE = (-5.6, 41.0, 10.0, 51.5)
# About ten kilometres around town halls, which are not the edge of a commune.
AROUND = 0.08


class Group(NamedTuple):
    """Territories of one level, under its name."""

    label: str
    choices: list[tuple[str, str]]


def choices(session: Session, chosen: Territory) -> list[Group]:
    """France, its régions and départements, the groupings of communes of the place chosen."""
    found = [Group("Pays", [(Level.FRANCE.value, "France")])]
    for label, level, model in (
        ("Régions", Level.REGION, Region),
        ("Départements", Level.DEPARTMENT, Department),
    ):
        named = sa.select(model.code, model.name).order_by(model.name)
        found.append(_group(label, level, session.execute(named).all()))
    if near := session.execute(_groupings(chosen)).all():
        found.append(_group("Intercommunalités", Level.EPCI, near))
    if chosen.level is Level.COMMUNE:
        found.append(Group("Commune", [(written(chosen), chosen.label)]))
    return found


def bounds(session: Session, chosen: Territory) -> tuple[float, float, float, float]:
    """West, south, east and north of a territory; the mainland for France."""
    if chosen.level is Level.FRANCE:
        return METROPOLE
    extent = sa.func.ST_Extent(sa.cast(Commune.point, Geometry)).label("extent")
    inside = sa.select(extent).where(*communes_of(chosen)).subquery()
    sides = [getattr(sa.func, name)(inside.c.extent) for name in _SIDES]
    row = session.execute(sa.select(*sides)).one()
    if row[0] is None:
        return METROPOLE
    west, south, east, north = (float(side) for side in row)
    return west - AROUND, south - AROUND, east + AROUND, north + AROUND


def outline(session: Session, chosen: Territory) -> dict[str, Any] | None:
    """The shapes of the base map that make a territory: their layer and codes; none for France.

    An arrondissement stands within its commune, whose limits are drawn further and nearer.
    """
    if chosen.level is Level.FRANCE:
        return None
    chosen = whole(session, chosen)
    is_wide = chosen.level in (Level.REGION, Level.DEPARTMENT)
    code = Commune.department_code if is_wide else Commune.insee_code
    codes = session.scalars(sa.select(code).distinct().where(*communes_of(chosen)))
    return {"layer": "departement" if is_wide else "commune", "codes": sorted(codes)}


def whole(session: Session, chosen: Territory) -> Territory:
    """The commune of an arrondissement, whose people are counted there; any other as it is."""
    of_it = sa.select(Commune.parent_code).where(Commune.insee_code == chosen.code)
    parent = session.scalar(of_it) if chosen.level is Level.COMMUNE else None
    return (parent and known(session, f"{Level.COMMUNE}-{parent}")) or chosen


_SIDES = ("ST_XMin", "ST_YMin", "ST_XMax", "ST_YMax")


def _group(label: str, level: Level, named: Iterable[Any]) -> Group:
    return Group(label, [(f"{level}-{code}", name) for code, name in named])


def _groupings(chosen: Territory) -> sa.Select[str, str]:
    """Those of the département chosen, or of the one the place chosen lies in."""
    around = sa.select(Commune.department_code).where(*communes_of(chosen))
    inside = sa.select(Commune.epci_siren).where(Commune.department_code.in_(around))
    is_wide = chosen.level in (Level.FRANCE, Level.REGION)
    wanted = sa.false() if is_wide else Epci.siren.in_(inside)
    return sa.select(Epci.siren, Epci.name).where(wanted).order_by(Epci.name)


def communes_of(chosen: Territory) -> list[sa.ColumnElement[bool]]:
    """What is true of the communes of a territory."""
    of_region = sa.select(Department.code).where(Department.region_code == chosen.code)
    inside: dict[Level, list[sa.ColumnElement[bool]]] = {
        Level.FRANCE: [],
        Level.REGION: [Commune.department_code.in_(of_region)],
        Level.DEPARTMENT: [Commune.department_code == chosen.code],
        Level.EPCI: [Commune.epci_siren == chosen.code],
        Level.COMMUNE: [is_commune(chosen.code)],
    }
    return inside[chosen.level]
