"""What a form asks of the reference data."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.reference import Commune


def commune_exists(session: Session, insee_code: str) -> bool:
    """Whether this is the INSEE code of a commune of today."""
    known = select(Commune.insee_code).where(Commune.insee_code == insee_code)
    return session.scalar(known) is not None


def km_from_commune(session: Session, insee_code: str, point: tuple[float, float]) -> float | None:
    """Kilometres from a point, longitude first, to the commune's outline, else its town hall."""
    place = func.coalesce(func.geography(Commune.outline), Commune.point)
    return _km(session, insee_code, place, point)


def km_from_centre(session: Session, insee_code: str, point: tuple[float, float]) -> float | None:
    """Kilometres from a point, longitude first, to where the list of communes puts this one."""
    return _km(session, insee_code, Commune.point, point)


def _km(session: Session, insee_code: str, place: Any, point: tuple[float, float]) -> float | None:
    here = func.ST_SetSRID(func.ST_MakePoint(*point), 4326)
    metres = func.ST_Distance(place, func.geography(here))
    found = session.scalar(select(metres).where(Commune.insee_code == insee_code))
    return None if found is None else found / 1000
