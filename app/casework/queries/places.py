"""What a form asks of the reference data."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.reference import Commune


def commune_exists(session: Session, insee_code: str) -> bool:
    """Whether this is the INSEE code of a commune of today."""
    known = select(Commune.insee_code).where(Commune.insee_code == insee_code)
    return session.scalar(known) is not None


def km_from_commune(session: Session, insee_code: str, point: tuple[float, float]) -> float | None:
    """Kilometres from a point, longitude first, to the commune's outline, else its town hall."""
    here = func.ST_SetSRID(func.ST_MakePoint(*point), 4326)
    place = func.coalesce(func.geography(Commune.outline), Commune.point)
    metres = func.ST_Distance(place, func.geography(here))
    found = session.scalar(select(metres).where(Commune.insee_code == insee_code))
    return None if found is None else found / 1000
