"""What is shared in formats of others: valid for data·inclusion's own package, whole for HSDS."""

import json
import uuid

from data_inclusion.schema import v1

from exchange.inclusion import networks_of, themes_of
from models.codes.families import types_of
from models.codes.offer import Family
from tests.exchange.sharing import POST, shared, written


def test_data_inclusion_is_valid_for_its_own_package_and_holds_no_tig_post():
    offers = [
        shared(number, family=family, kind=kind, title=kind.label)
        for number, (family, kind) in enumerate(
            (family, kind) for family in Family for kind in types_of(family)
        )
    ]

    told = json.loads(written("data-inclusion", *offers, shared(9_999, title="x", description="y")))

    for structure in told["structures"]:
        v1.Structure.model_validate(structure, context={"ignore_warnings": False})
    for service in told["services"]:
        v1.Service.model_validate(service, context={"ignore_warnings": False})
    posts = sum(offer.offer.family is Family.TIG for offer in offers)
    assert len(told["services"]) == len(offers) + 1 - posts
    assert json.loads(written("data-inclusion", shared(**POST))) == {
        "structures": [],
        "services": [],
    }


def test_our_words_for_data_inclusion_are_its_own():
    themes = {theme.value for theme in v1.Thematique}
    networks = {network.value for network in v1.ReseauPorteur}
    said = [
        (family, kind) for family in Family if family is not Family.TIG for kind in types_of(family)
    ]

    assert {theme for family, kind in said for theme in themes_of(family, kind)} <= themes
    assert set(networks_of(kind for _, kind in said)) <= networks


def test_hsds_has_the_same_identifiers_each_time_and_what_it_requires():
    first, again = (json.loads(written("hsds", shared(7))) for _ in range(2))

    (service,) = first["contents"]
    place = service["service_at_locations"][0]["location"]
    assert first == again
    assert uuid.UUID(service["id"]).version == 5
    assert (service["status"], place["location_type"]) == ("active", "physical")
    assert service["organization"]["description"]
    assert {"address_1", "city", "state_province", "postal_code", "country", "address_type"} <= (
        place["addresses"][0].keys()
    )
    assert [slot["byday"] for slot in place["schedules"]] == ["MO,TU,WE,FR", "MO,TU,WE,FR", "SA"]
