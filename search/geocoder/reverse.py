"""The commune where a point is."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.commune import CommuneKind
from models.reference import Commune, CommunePostalCode
from search.geocoder.coded import commune, commune_columns
from search.geocoder.place import EXACT, Place


def at(session: Session, lon: float, lat: float) -> Place | None:
    """The arrondissement or commune whose outline holds a point, in degrees; None at sea."""
    here: Any = sa.func.ST_SetSRID(sa.func.ST_MakePoint(lon, lat), 4326)
    codes = sa.select(sa.func.min(CommunePostalCode.postal_code))
    area = codes.where(CommunePostalCode.insee_code == Commune.insee_code).scalar_subquery()
    holds = sa.func.ST_Covers(Commune.outline, here)
    found = (
        sa.select(area.label("postal_code"), *commune_columns())
        .join(Commune.department)
        .where(holds)
        .order_by(Commune.kind != CommuneKind.ARRONDISSEMENT, Commune.insee_code)
    )
    row = session.execute(found.limit(1)).first()
    return None if row is None else commune(row, EXACT)
