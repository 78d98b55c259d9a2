"""Places outside the départements that the tests load."""

import pytest
from sqlalchemy.orm import Session

from models.codes.commune import CommuneKind
from models.reference import Commune, CommunePostalCode, Department, PostalCode
from search.geocoder.names import fold
from tests.factories import point

DEPARTMENTS = [
    ("11", "Aude", "76"),
    ("17", "Charente-Maritime", "75"),
    ("2A", "Corse-du-Sud", "94"),
    ("75", "Paris", "11"),
    ("93", "Seine-Saint-Denis", "11"),
    ("974", "La Réunion", "04"),
]
ARRONDISSEMENT = CommuneKind.ARRONDISSEMENT
COMMUNES = [
    ("11339", "Saint-Denis", "11", "11310", 500, 2.22, 43.36, CommuneKind.COMMUNE),
    ("17300", "La Rochelle", "17", "17000", 79_000, -1.15, 46.16, CommuneKind.COMMUNE),
    ("2A004", "Ajaccio", "2A", "20000", 72_000, 8.74, 41.92, CommuneKind.COMMUNE),
    ("75056", "Paris", "75", None, 2_100_000, 2.35, 48.86, CommuneKind.COMMUNE),
    ("75112", "Paris 12e arrondissement", "75", "75012", 139_000, 2.4, 48.84, ARRONDISSEMENT),
    ("93066", "Saint-Denis", "93", "93200", 113_000, 2.36, 48.94, CommuneKind.COMMUNE),
    ("97411", "Saint-Denis", "974", "97400", 154_000, 55.45, -20.88, CommuneKind.COMMUNE),
]


@pytest.fixture
def elsewhere(session: Session) -> None:
    """Homonyms, an island, Paris and Corsica."""
    for code, name, region in DEPARTMENTS:
        keys = {"name": name, "name_key": fold(name), "region_code": region}
        session.add(Department(code=code, **keys))
    session.flush()
    for commune in COMMUNES:
        plant(session, *commune)
    session.flush()


def plant(session, insee_code, name, department_code, postal_code, population, lon, lat, kind):
    """One commune with its postal code."""
    session.add(
        Commune(
            insee_code=insee_code,
            name=name,
            name_key=fold(name),
            kind=kind,
            population=population,
            department_code=department_code,
            point=point(lon, lat),
        )
    )
    session.flush()
    if postal_code:
        session.merge(PostalCode(code=postal_code))
        session.flush()
        session.add(CommunePostalCode(postal_code=postal_code, insee_code=insee_code))
