"""HSDS 3.1 read: organizations with services, services with organizations, in any wrapping."""

import copy
import json
from typing import Any

import pytest

from models.codes.housing import HousingType
from models.codes.offer import Family
from models.codes.services import SupportType
from tests.exchange.reading import read

MORNING = {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00:00Z", "closes_at": "12:00"}
WHERE = {
    "id": "place",
    "location_type": "physical",
    "latitude": 45.7,
    "longitude": 4.8,
    "addresses": [{"address_1": "1 rue A", "city": "Lyon", "postal_code": "69001"}],
    "schedules": [MORNING],
}
BEDS = {
    "id": "beds",
    "name": "CHRS",
    "status": "active",
    "minimum_age": 18,
    "alert": None,
    "capacities": [{"available": 2, "maximum": 10, "updated": "2026-01-01T00:00:00Z"}],
}
OWNER: dict[str, Any] = {
    "id": "owner",
    "name": "Foyer des Quais",
    "description": "Un foyer",
    "phones": [{"number": "04 72 00 00 00"}],
    "locations": [WHERE],
    "organization_identifiers": [{"identifier_type": "SIRET", "identifier": "77931148900040"}],
    "services": [BEDS],
}


def owner(**changed):
    return copy.deepcopy(OWNER) | changed


@pytest.mark.parametrize(
    "wrapped",
    [
        json.dumps([OWNER]),
        json.dumps({"page_number": 1, "contents": [OWNER]}),
        json.dumps(OWNER),
        json.dumps([BEDS | {"organization": {**OWNER, "services": None}}]),
    ],
    ids=["array", "page", "alone", "service"],
)
def test_an_organization_in_any_wrapping(tmp_path, wrapped):
    (row,), faults = read(tmp_path, wrapped)

    assert not faults
    site, (offer,) = row.partner.site, row.partner.offers
    assert (row.external_id, row.partner.organization.siret) == ("owner", "77931148900040")
    assert (site.address, site.lon, site.lat) == ("1 rue A", 4.8, 45.7)
    assert site.hours == "Mo,Tu 09:00-12:00"
    assert (offer.kind, offer.age_min) == (HousingType.CHRS, 18)
    assert (offer.places, offer.free) == (10, 2)


def test_services_of_one_organization_told_apart_are_one_partner(tmp_path):
    who = {"id": "owner", "name": "Foyer"}
    other = {"id": "rights", "name": "Permanence", "status": "active", "organization": who}
    services = [BEDS | {"organization": who}, other]

    (row,), _ = read(tmp_path, json.dumps(services))

    kinds = [(offer.family, offer.kind) for offer in row.partner.offers]
    assert kinds == [
        (Family.LOGEMENT, HousingType.CHRS),
        (Family.DROITS, SupportType.AUTRE),
    ]


def test_what_is_no_more_proposed_is_left_out_and_said(tmp_path):
    (row,), _ = read(tmp_path, json.dumps([owner(services=[BEDS | {"status": "defunct"}])]))

    assert row.partner.offers == ()
    assert "n'est plus proposé" in row.remarks[0].reason


@pytest.mark.parametrize(
    ("service", "field", "reason"),
    [
        (BEDS | {"status": "open"}, "status", "Un service est active"),
        (BEDS | {"name": "x"}, "name", "3 caractères au moins"),
        ({"status": "active", "id": "1"}, "name", "Cette valeur manque"),
        (BEDS | {"phones": "04"}, "phones", "devrait être une liste"),
    ],
)
def test_a_wrong_service_is_refused_and_its_organization_goes_in(tmp_path, service, field, reason):
    (row,), (fault,) = read(tmp_path, json.dumps([owner(services=[service])]))

    assert row.partner.organization.name == "Foyer des Quais"
    assert (fault.part, fault.field) == ("services", field)
    assert reason in fault.reason


def test_a_point_out_of_range_is_left_out(tmp_path):
    (row,), _ = read(tmp_path, json.dumps([owner(locations=[WHERE | {"latitude": 457}])]))

    assert row.partner.site.lon is None
    assert [remark.field for remark in row.remarks] == ["latitude"]
