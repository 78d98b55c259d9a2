"""Every name a place may be called by: communes of today and of yesterday, départements."""

from typing import Any

import sqlalchemy as sa

from models.reference import Commune, Department, FormerCommune
from search.geocoder.place import EXACT, EXACT_DEPARTMENT, EXACT_FORMER, PlaceKind

NOTHING: Any = sa.null()


def every_name() -> sa.CompoundSelect[Any]:
    """All the names under the same columns; `exact` is the score of the very name."""
    commune = sa.select(
        Commune.insee_code,
        sa.type_coerce(Commune.kind, sa.Text).label("kind"),
        Commune.name,
        Commune.name_key.label("key"),
        Commune.department_code,
        Commune.population,
        Commune.point,
        NOTHING.label("around"),
        sa.literal(EXACT).label("exact"),
    )
    return commune.union_all(former_names(), department_names())


def former_names() -> sa.Select[Any]:
    """The names of delegated and associated communes: they answer the commune of today."""
    return sa.select(
        FormerCommune.commune_code,
        sa.literal(PlaceKind.COMMUNE.value),
        FormerCommune.name,
        FormerCommune.name_key,
        Commune.department_code,
        NOTHING,
        FormerCommune.point,
        Commune.name,
        sa.literal(EXACT_FORMER),
    ).join(Commune, Commune.insee_code == FormerCommune.commune_code)


def department_names() -> sa.Select[Any]:
    """The names of départements."""
    return sa.select(
        NOTHING,
        sa.literal(PlaceKind.DEPARTMENT.value),
        Department.name,
        Department.name_key,
        Department.code,
        NOTHING,
        Department.point,
        NOTHING,
        sa.literal(EXACT_DEPARTMENT),
    )
