"""What the load puts in the tables, once."""

import pytest
import sqlalchemy as sa

from models.basemap import MapShape
from models.codes.commune import CommuneKind
from models.reference import Commune, Department, FormerCommune, TownHall
from seeds.reference import load
from seeds.reference.files import read
from tests.databases import DEPARTMENTS


def located(column):
    return sa.func.ST_X(sa.func.geometry(column)), sa.func.ST_Y(sa.func.geometry(column))


def test_a_commune_has_its_codes_and_its_people(session):
    villeurbanne = session.get_one(Commune, "69266")

    assert villeurbanne.name == "Villeurbanne"
    assert villeurbanne.department.name == "Rhône"
    assert [code.code for code in villeurbanne.postal_codes] == ["69100"]
    assert villeurbanne.population > 140_000


def test_an_arrondissement_belongs_to_its_city(session):
    third = session.get_one(Commune, "69383")

    assert third.kind is CommuneKind.ARRONDISSEMENT
    assert third.parent_code == "69123"
    assert third.epci_siren == session.get_one(Commune, "69123").epci_siren


def test_a_town_hall_keeps_address_hours_and_telephone(session):
    hall = session.get_one(TownHall, "69266")

    assert hall.name == "Mairie de Villeurbanne"
    assert hall.phone == "04 78 03 67 67"
    assert hall.opening_hours == "Mo-We 09:00-17:00; Th 13:00-19:00; Fr 09:00-17:00"


def test_no_electronic_address_is_kept(connection):
    rows = connection.execute(sa.select(TownHall.__table__)).all()

    assert rows
    assert not any("@" in str(value) for row in rows for value in row)


def test_every_point_is_in_its_departement(session):
    lon, lat = located(Commune.point)
    west, east, south, north = session.execute(
        sa.select(sa.func.min(lon), sa.func.max(lon), sa.func.min(lat), sa.func.max(lat)).where(
            Commune.department_code.in_(DEPARTMENTS)
        )
    ).one()

    assert 3.6 < west < east < 6.2
    assert 45.2 < south < north < 46.6


def test_a_refused_town_hall_leaves_the_commune_on_its_outline(session):
    chanay = session.get_one(Commune, "01082")
    on_outline = sa.func.ST_Covers(Commune.outline, sa.func.geometry(Commune.point))

    assert chanay.town_hall.point is None
    assert session.scalar(sa.select(on_outline).where(Commune.insee_code == "01082"))


def test_a_commune_published_without_outline_takes_that_of_its_former_communes(session):
    area = sa.func.ST_Area(sa.func.geography(Commune.outline))

    square_km = session.scalar(sa.select(area).where(Commune.insee_code == "69114")) / 1e6

    assert 5 < square_km < 30
    assert session.scalars(
        sa.select(FormerCommune.name).where(FormerCommune.commune_code == "69114")
    ).all() == ["Jarnioux", "Liergues", "Pouilly-le-Monial"]


def test_a_second_load_changes_nothing(connection):
    first = load(connection, departments=DEPARTMENTS)
    connection.execute(sa.delete(MapShape))

    again = load(connection, departments=DEPARTMENTS)

    assert not again.fresh
    assert again.rows == first.rows
    assert connection.scalar(sa.select(sa.func.count()).select_from(MapShape)) == 0


def test_another_area_is_added_to_the_first(connection):
    counts = load(connection, departments=[*DEPARTMENTS, "15"])

    assert counts.fresh
    assert counts.rows["unlocated"] == 4
    assert connection.scalar(sa.select(Department.name).where(Department.code == "15")) == "Cantal"
    nowhere = sa.select(Commune.insee_code).where(Commune.point.is_(None))
    assert sorted(connection.scalars(nowhere)) == ["15031", "15035", "15047", "15171"]


def test_the_account_says_what_was_refused(connection):
    told = str(load(connection, departments=DEPARTMENTS))

    assert "9 points de mairie refusés : à plus de 15 km de la commune" in told
    assert "1 point de mairie refusé : vide" in told
    assert "INSEE, La Poste, DILA, IGN, © contributeurs OpenStreetMap" in told


@pytest.mark.parametrize("name", ["departements", "regions", "epci", "codes_postaux"])
def test_the_published_files_are_read_without_their_framework(name):
    assert read(name)
