"""Offers that take the people of a commune, wherever the partner sits (domain §4.4)."""

from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import aliased

from models.reference import Commune, Department, Epci, Region
from models.search import OfferSearch

EVERYWHERE = ("france", "france entiere", "toute la france", "national")


def taking(insee_code: str) -> sa.ColumnElement[bool]:
    """One of the zones of the offer names the commune, or what the commune is in."""
    return OfferSearch.zones.bool_op("&&")(called(insee_code))


@lru_cache(1_000)
def called(insee_code: str) -> sa.ColumnElement[list[str]]:
    """Every name and code that a zone holding this commune may have, folded as zones are.

    An expression, which the database reads each time; to build it costs more than to read it.
    """
    folded = sa.func.directory.folded
    whole = aliased(Commune)
    names = (
        *(folded(column) for column in (Commune.name, Commune.insee_code)),
        *(folded(column) for column in (whole.name, whole.insee_code)),
        *(folded(column) for column in (Department.name, Department.code)),
        folded(Region.name),
        *(folded(column) for column in (Epci.name, Epci.siren)),
        *map(sa.literal, EVERYWHERE),
    )
    rows = sa.join(Commune, Department, Department.code == Commune.department_code)
    rows = rows.join(Region, Region.code == Department.region_code)
    rows = rows.outerjoin(whole, whole.insee_code == Commune.parent_code)
    grouping = sa.func.coalesce(Commune.epci_siren, whole.epci_siren)
    rows = rows.outerjoin(Epci, Epci.siren == grouping)
    listed = sa.select(sa.func.array_remove(array(names), None))
    return listed.select_from(rows).where(Commune.insee_code == insee_code).scalar_subquery()
