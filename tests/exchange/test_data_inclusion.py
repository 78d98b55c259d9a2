"""data·inclusion v1 read: what its package refuses, what it lets pass, what is brought together."""

import pytest

from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Cost, Family, Gender
from tests.exchange.inclusion import SERVICE, STRUCTURE, both
from tests.exchange.reading import read


def test_a_structure_comes_with_its_services_whatever_their_order(tmp_path):
    (row,), faults = read(tmp_path, both())

    assert not faults
    assert (row.external_id, row.partner.organization.name) == ("dora--1", "Le Toit")
    assert (row.partner.site.commune_code, row.partner.site.lon) == ("2A004", 8.7)
    (offer,) = row.partner.offers
    assert (offer.family, offer.kind) == (Family.LOGEMENT, HousingType.CHRS)
    assert (offer.gender, offer.cost) == (Gender.WOMEN, Cost.FREE)
    assert offer.zone_eligibility == ("2A", "france")
    assert offer.admission is AdmissionChannel.SIAO


@pytest.mark.parametrize(
    ("part", "field", "value", "reason", "nearest"),
    [
        ("structures", "nom", "ab", "trop court : 3 caractères", None),
        ("structures", "date_maj", "1900-01-01", "au 21e siècle", None),
        ("structures", "date_maj", "2099-01-01", "dans le futur", None),
        ("structures", "siret", "123", "Un SIRET a 14 chiffres", None),
        ("structures", "courriel", "moi", "Écrivez une adresse comme accueil", None),
        ("structures", "reseaux_porteurs", ["chr"], "n'est pas dans la liste", "chrs"),
        ("services", "thematiques", ["sante"], "n'est pas dans la liste", "sante--acces-aux-soins"),
        ("services", "publics", ["tous-publics", "femmes"], "avec d’autres valeurs", None),
        ("services", "publics", [], "Cette liste est vide", None),
        ("services", "frais", "gratuits", "n'est pas dans la liste", "gratuit"),
        ("services", "description", None, "Cette valeur manque", None),
    ],
)
def test_what_its_own_package_refuses_is_said_in_french(
    tmp_path, part, field, value, reason, nearest
):
    structure = STRUCTURE | ({field: value} if part == "structures" else {})
    service = SERVICE | ({field: value} if part == "services" else {})

    _, (fault,) = read(tmp_path, both([structure], [service]))

    assert (fault.part, fault.line, fault.field) == (part, 1, field)
    assert reason in fault.reason
    assert fault.nearest == nearest


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("siret", "77931148900041", "La clé de ce SIRET est fausse"),
        ("telephone", "04 72", "Ce numéro n'existe pas"),
        ("horaires_accueil", "le matin", "la syntaxe OpenStreetMap"),
        ("latitude", 4891, "Une coordonnée va de -90 à 90"),
        ("capacite", 12, "n'existe pas dans data·inclusion"),
    ],
)
def test_what_its_package_lets_pass_is_left_out_and_said(tmp_path, field, value, reason):
    (row,), faults = read(tmp_path, both([STRUCTURE | {field: value}], []))

    assert not faults
    assert [remark.field for remark in row.remarks] == [field]
    assert reason in row.remarks[0].reason


def test_a_zone_that_is_no_code_is_left_out(tmp_path):
    (row,), _ = read(tmp_path, both(services=[SERVICE | {"zone_eligibilite": ["FR", "69"]}]))

    assert row.partner.offers[0].zone_eligibility == ("69",)
    assert "« FR » n'est pas un code" in row.remarks[0].reason


def test_an_identifier_told_twice_is_refused(tmp_path):
    rows, (fault,) = read(tmp_path, both([STRUCTURE, STRUCTURE | {"nom": "Autre"}]))

    assert [row.partner.organization.name for row in rows] == ["Le Toit"]
    assert (fault.line, fault.field) == (2, "id")
