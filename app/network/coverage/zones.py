"""Whom an offer takes: everybody, or the people of the places that its zones name."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from models.reference import Commune, Department, Epci, Region

EVERYBODY = "france"


class Zoned(NamedTuple):
    """The columns of an offer that say whom it takes."""

    zones: Any
    insee_code: Any


def named() -> sa.Join:
    """A commune with what its people may be called after."""
    rows = sa.join(Commune, Department, Department.code == Commune.department_code)
    rows = rows.join(Region, Region.code == Department.region_code)
    return rows.outerjoin(Epci, Epci.siren == Commune.epci_siren)


def known() -> tuple[Any, ...]:
    """All that the people of a commune may be called after, folded; with `named`."""
    return (
        Commune.name_key,
        sa.func.lower(Commune.insee_code),
        Department.name_key,
        sa.func.lower(Department.code),
        sa.func.directory.folded(Region.name),
        sa.func.directory.folded(Epci.name),
        Epci.siren,
    )


def takes(offers: Any) -> sa.ColumnElement[bool]:
    """No zone, or one whose name or code is that of the commune, or of what the commune is in.

    Zones are written freely: one that is no territory we know serves its own commune alone.
    """
    zone = sa.func.unnest(offers.zones).table_valued("name").render_derived(name="zone")
    named = sa.func.directory.folded(zone.c.name)
    any_of = (*known(), sa.literal(EVERYBODY))
    is_named = sa.select(zone.c.name).where(named.in_(any_of)).correlate_except(zone).exists()
    is_its_own = offers.insee_code == Commune.insee_code
    return sa.or_(sa.func.cardinality(offers.zones) == 0, is_its_own, is_named)
