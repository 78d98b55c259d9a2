"""HSDS 3.1: services with their organization and place; identifiers stay the same for ever."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from exchange.writers.cells import batches
from exchange.writers.hsds_parts import Names, location, organization, phones, schedules
from exchange.writers.inclusion_values import said
from exchange.writers.shared import Shared
from models.base import now
from models.codes.offer import Cost

JSON = "application/json"
TAXONOMY = "Maillage"


def as_hsds(shared: Iterable[Shared], *, origin: str) -> Iterator[bytes]:
    """An object whose « contents » are the services; `origin` is this site's host."""
    names = Names(origin)
    yield b'{"contents":[\n'
    comma = b""
    for some in batches(shared):
        lines = (json.dumps(_service(one, names), ensure_ascii=False).encode() for one in some)
        yield comma + b",\n".join(lines)
        comma = b",\n"
    yield b"]}\n"


def _service(one: Shared, names: Names) -> dict[str, Any]:
    offer, key = one.offer, one.offer_id
    whom = offer.gender.label if offer.gender else ""
    told = {
        "id": names("offer", key),
        "organization_id": names("organization", one.organization_id),
        "name": offer.title,
        "description": offer.description,
        "status": "active",
        "email": offer.email,
        "fees_description": offer.cost_details,
        "application_process": offer.admission.label if offer.admission else None,
        "eligibility_description": "\n".join(filter(None, [whom, offer.admission_details])),
        "minimum_age": offer.age_min,
        "maximum_age": offer.age_max,
        "assured_date": one.confirmed_on and one.confirmed_on.isoformat(),
        "last_modified": f"{one.changed_on.isoformat()}T00:00:00Z",
    }
    return said(told | _around(one, names))


def _around(one: Shared, names: Names) -> dict[str, Any]:
    """The objects that a service holds."""
    offer, key = one.offer, one.offer_id
    return {
        "phones": phones(offer.phone, names, "offer", key),
        "schedules": schedules(offer.hours, names, "offer", key),
        "service_areas": _areas(one, names),
        "service_at_locations": _there(one, names),
        "languages": _languages(one, names),
        "required_documents": _documents(one, names),
        "cost_options": _costs(one, names),
        "capacities": _capacities(one, names),
        "attributes": [_kind(one, names)],
        "organization": organization(one, names),
    }


def _there(one: Shared, names: Names) -> list[dict[str, Any]]:
    """Where it is given, and at a distance when it is."""
    places = [location(one, names)]
    if one.offer.is_remote:
        places.append({"id": names("offer", one.offer_id, "remote"), "location_type": "virtual"})
    return [
        {
            "id": names("offer", one.offer_id, "at", place["id"]),
            "service_id": names("offer", one.offer_id),
            "location_id": place["id"],
            "location": place,
        }
        for place in places
    ]


def _areas(one: Shared, names: Names) -> list[dict[str, Any]]:
    return [
        {"id": names("offer", one.offer_id, "area", code), "extent": code, "extent_type": "other"}
        for code in one.offer.zone_eligibility
    ]


def _languages(one: Shared, names: Names) -> list[dict[str, Any]]:
    return [
        {"id": names("offer", one.offer_id, "language", name), "name": name}
        for name in one.offer.languages
    ]


def _documents(one: Shared, names: Names) -> list[dict[str, Any]]:
    return [
        {"id": names("offer", one.offer_id, "document", number), "document": document}
        for number, document in enumerate(one.offer.documents_required)
    ]


def _costs(one: Shared, names: Names) -> list[dict[str, Any]]:
    """Only what is free has a price we know."""
    if one.offer.cost is not Cost.FREE:
        return []
    return [{"id": names("offer", one.offer_id, "cost"), "currency": "EUR", "amount": 0}]


def _capacities(one: Shared, names: Names) -> list[dict[str, Any]]:
    """What is free now, when it is known; how many there are in all is not everybody's."""
    if one.offer.free is None:
        return []
    return [
        {
            "id": names("offer", one.offer_id, "capacity"),
            "available": one.offer.free,
            "updated": now().isoformat(timespec="seconds"),
            "unit": {"id": names("unit", "place"), "name": "place"},
        }
    ]


def _kind(one: Shared, names: Names) -> dict[str, Any]:
    """The family and the kind, by their codes and labels."""
    code = f"{one.offer.family.value}/{one.offer.kind.value}"
    label = one.offer.kind.label
    taxonomy = {"id": names("taxonomy"), "name": TAXONOMY, "description": "Sortes d'offres"}
    term = {"id": names("term", code), "code": code, "name": label, "description": label}
    return {
        "id": names("offer", one.offer_id, "kind"),
        "link_entity": "service",
        "taxonomy_term": term | {"taxonomy_detail": taxonomy},
    }
