"""The wider territories that a territory lies in, for the way back from it."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network.areas import known
from models.reference import Commune, Department
from search.network.territory import Level, Territory


def around(session: Session, territory: Territory) -> list[Territory]:
    """From France to the territory itself; a grouping lies where its first commune does."""
    code = territory.code
    of_grouping = sa.select(sa.func.min(Commune.department_code)).where(Commune.epci_siren == code)
    of_commune = sa.select(Commune.department_code).where(Commune.insee_code == code)
    department = {Level.EPCI: of_grouping, Level.COMMUNE: of_commune}.get(territory.level)
    found = [territory]
    if department is not None:
        found.insert(0, _named(session, Level.DEPARTMENT, session.scalar(department)))
    if found[0].level is Level.DEPARTMENT:
        region = sa.select(Department.region_code).where(Department.code == found[0].code)
        found.insert(0, _named(session, Level.REGION, session.scalar(region)))
    return found if territory.level is Level.FRANCE else [Territory(), *found]


def _named(session: Session, level: Level, code: str | None) -> Territory:
    return known(session, f"{level}-{code}") or Territory()
