"""data·inclusion v1: structures, then services, as its own package accepts them; no TIG post."""

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from exchange.inclusion import is_network, networks_of
from exchange.writers import inclusion_values as values
from exchange.writers.inclusion_services import service
from exchange.writers.shared import Shared
from models.codes.offer import Family

JSON = "application/json"
CHUNK = 65_536


def as_data_inclusion(shared: Iterable[Shared], *, origin: str) -> Iterator[bytes]:
    """One object with both lists; `origin` (this site's host) makes the identifiers unique."""
    host = re.sub("[^a-z0-9]+", "-", origin.lower()).strip("-")
    source = host if host.startswith("maillage") else f"maillage-{host}"
    structures: dict[int, dict[str, Any]] = {}
    with tempfile.TemporaryFile() as services:
        for one in shared:
            if one.offer.family is Family.TIG:
                continue
            owner = structures.setdefault(one.organization_id, _structure(one, source))
            owner["reseaux_porteurs"] |= set(networks_of([one.offer.kind]))
            key = f"{source}--offre-{one.offer_id}"
            told = service(one, source=source, key=key, owner=owner["id"])
            services.write((b",\n" if services.tell() else b"") + _line(told))
        yield b'{"structures":[\n'
        for number, structure in enumerate(structures.values()):
            yield (b",\n" if number else b"") + _line(structure)
        yield b'],\n"services":[\n'
        services.seek(0)
        while chunk := services.read(CHUNK):
            yield chunk
        yield b"]}\n"


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(values.said(told), ensure_ascii=False, default=sorted).encode()


def _structure(one: Shared, source: str) -> dict[str, Any]:
    """The partner, at the first of its places that is shared."""
    organization = one.organization
    told = {
        "source": source,
        "id": f"{source}--structure-{one.organization_id}",
        "nom": values.name(organization.name, "Structure"),
        "date_maj": values.changed_on(one.organization_changed_on),
        "description": values.prose(organization.description),
        "siret": organization.siret,
        "telephone": organization.phone,
        "courriel": values.email(organization.email),
        "site_web": values.website(organization.website),
        "horaires_accueil": one.site.hours,
    }
    networks = {slug for slug in organization.networks if is_network(slug)}
    return values.said(told | values.place(one.site)) | {"reseaux_porteurs": networks}
