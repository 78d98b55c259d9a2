"""Zones written as names go to data·inclusion as codes, or in words when no code is sure."""

import json

import pytest
from data_inclusion.schema import v1

from models.reference import Department, Epci
from tests.directory.taking import taken
from tests.factories import CounsellorFactory, HousingOfferFactory


@pytest.fixture
def counsellor(browse_as):
    return browse_as(CounsellorFactory())


def service(counsellor):
    (told,) = json.loads(taken(counsellor, "data-inclusion").data)["services"]
    v1.Service.model_validate(told, context={"ignore_warnings": False})
    return told


@pytest.mark.parametrize(
    ("zones", "codes"),
    [
        (["Rhône"], ["69"]),
        (["rhone", "69"], ["69"]),
        (["Villeurbanne", "01"], ["69266", "01"]),
        (["Toute la France"], ["france"]),
        (["Métropole de Lyon"], ["200046977"]),
    ],
)
def test_a_name_that_is_that_of_one_territory_becomes_its_code(counsellor, session, zones, codes):
    session.merge(Epci(siren="200046977", name="Métropole de Lyon", kind="METLYON"))
    HousingOfferFactory(zone_eligibility=zones)

    told = service(counsellor)

    assert told["zone_eligibilite"] == codes
    assert "conditions_acces" not in told


def test_of_two_territories_of_one_name_that_of_the_offer_is_meant(counsellor, session):
    rhone = session.get_one(Department, "69")
    lyon = Department(code="98", name="Lyon", name_key="lyon", region_code=rhone.region_code)
    session.add(lyon)
    HousingOfferFactory(zone_eligibility=["Lyon"])

    assert service(counsellor)["zone_eligibilite"] == ["69123"]


def test_paris_is_one_people_whether_commune_or_departement(counsellor, session):
    home = session.get_one(Department, "69")
    home.name, home.name_key = "Lyon", "lyon"
    HousingOfferFactory(zone_eligibility=["Lyon"])

    assert service(counsellor)["zone_eligibilite"] == ["69"]


def test_a_zone_without_a_sure_code_is_told_in_words(counsellor):
    zones = ["Quartier des Pentes", "Rhône"]
    HousingOfferFactory(zone_eligibility=zones, documents_required=["Pièce d'identité"])

    told = service(counsellor)

    assert told["zone_eligibilite"] == ["69"]
    assert told["conditions_acces"].splitlines() == [
        "Pièce d'identité",
        "Territoires concernés : Quartier des Pentes",
    ]
