"""Which commune a line means, and which points are believed (design §4, §11)."""

import pytest

from app.imports.communes import load
from app.imports.distance import believed
from app.imports.placing import Lost, place
from exchange.rows import Site


@pytest.fixture
def at(session):
    """Places a site as a line gives it."""
    communes = load(session)

    def placed(**given):
        found = place(Site(name="Foyer", **given), communes, 2)
        return found if isinstance(found, Lost) else believed(session, {0: found})[0]

    return placed


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"commune_code": "69266"}, "69266"),
        ({"postal_code": "69003", "city": "LYON CEDEX 03"}, "69383"),
        ({"commune_code": "69123", "postal_code": "69003"}, "69383"),
        ({"postal_code": "69100"}, "69266"),
        ({"postal_code": "42009", "city": "ST ETIENNE CEDEX 2"}, "42218"),
        ({"city": "villeurbanne"}, "69266"),
    ],
)
def test_a_commune_is_read_by_its_code_its_postal_code_or_its_name(at, given, code):
    assert at(**given).town.code == code


def test_nothing_is_guessed_and_the_nearest_names_are_told(at):
    lost = at(postal_code="69100", city="Vileurbane sur Rhône", commune_code="99999")
    unknown = at(city="Atlantis")

    assert isinstance(unknown, Lost)
    assert isinstance(at(), Lost)
    assert lost.town.code == "69266"  # Its postal code serves one commune alone.


def test_a_postal_code_that_serves_several_communes_asks_for_the_name(at):
    lost = at(postal_code="01960")

    assert isinstance(lost, Lost) or lost.town.department_code == "01"


def test_a_point_in_the_commune_is_kept_longitude_first(at):
    spot = at(commune_code="69266", lon=4.8795, lat=45.7665)

    assert (spot.lon, spot.lat, spot.precision) == (4.8795, 45.7665, "STREET")


@pytest.mark.parametrize(
    ("lon", "lat", "reason"),
    [
        (45.7665, 4.8795, "inversées"),
        (0.0, 0.0, "pas en France"),
        (2.35, 48.85, "km de la commune"),
        (-61.5, 16.2, "km de la commune"),
    ],
)
def test_a_point_swapped_out_of_france_or_too_far_is_flagged_and_not_used(at, lon, lat, reason):
    spot = at(commune_code="69266", lon=lon, lat=lat)

    assert (spot.lon, spot.precision) == (None, "MUNICIPALITY")
    assert reason in spot.remarks[0].reason
