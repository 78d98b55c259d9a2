"""The territories whose people an offer takes, by their names: imported ones are codes."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.reference import Commune, Department, Epci

FRANCE = "france"
EVERYWHERE = "Toute la France"


def names(session: Session, zones: Collection[str]) -> list[str]:
    """Each zone as it was written, a code by the name of its territory; in one query at most."""
    known = {FRANCE: EVERYWHERE}
    codes = [zone for zone in zones if any(letter.isdigit() for letter in zone)]
    if codes:
        rows = session.execute(_named(codes))
        known |= {row.code: row.name for row in rows}
    return [known.get(zone, zone) for zone in zones]


def _named(codes: list[str]) -> sa.CompoundSelect[str, str]:
    columns = (
        (Commune.insee_code, Commune.name),
        (Department.code, Department.name),
        (Epci.siren, Epci.name),
    )
    return sa.union_all(
        *(
            sa.select(code.label("code"), name.label("name")).where(code.in_(codes))
            for code, name in columns
        )
    )
